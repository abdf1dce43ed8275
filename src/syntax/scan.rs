//! One quick look at a text before it is parsed: how deep it nests, and where its comments stand.

use super::MAX_NESTING;

#[derive(Debug, Default)]
pub(super) struct Scan {
    /// The byte of the first brace or parenthesis that stands too deep.
    pub too_deep: Option<u32>,
    /// `///` lines: from their first slash to the end of the line.
    docs: Vec<(u32, u32)>,
}

pub(super) fn scan(text: &str) -> Scan {
    let bytes = text.as_bytes();
    let mut scan = Scan::default();
    let (mut at, mut depth) = (0, 0_u32);
    while let Some(&byte) = bytes.get(at) {
        at = match byte {
            b'"' => past_string(bytes, at),
            b'<' if bytes[at..].starts_with(b"<http") => {
                past(bytes, at, |byte| byte == b'>' || byte.is_ascii_whitespace())
            }
            b'/' if bytes[at..].starts_with(b"//") => {
                let end = past(bytes, at, |byte| byte == b'\n' || byte == b'\r');
                if bytes[at..].starts_with(b"///") && !bytes[at..].starts_with(b"////") {
                    scan.docs.push((at as u32, end as u32));
                }
                end
            }
            b'{' | b'(' => {
                depth += 1;
                if depth > MAX_NESTING && scan.too_deep.is_none() {
                    scan.too_deep = Some(at as u32);
                }
                at + 1
            }
            b'}' | b')' => {
                depth = depth.saturating_sub(1);
                at + 1
            }
            _ => at + 1,
        };
    }
    scan
}

impl Scan {
    /// The `///` lines that stand right above the item that starts at a byte.
    pub fn doc_above(&self, text: &str, start: u32) -> Option<String> {
        let mut first = self.docs.partition_point(|&(_, end)| end <= start);
        let (last, mut edge) = (first, start);
        while first > 0 {
            let (doc_start, doc_end) = self.docs[first - 1];
            if !text[doc_end as usize..edge as usize].trim().is_empty() {
                break;
            }
            (first, edge) = (first - 1, doc_start);
        }
        let lines: Vec<&str> =
            self.docs[first..last].iter().map(|&(start, end)| text[start as usize + 3..end as usize].trim()).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

/// A string ends at its quote, or unfinished at the end of its line.
fn past_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if !matches!(bytes.get(at + 1), Some(b'\n' | b'\r')) => at += 2,
            b'"' => return at + 1,
            b'\n' | b'\r' => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn past(bytes: &[u8], start: usize, ends: impl Fn(u8) -> bool) -> usize {
    bytes[start..].iter().position(|&byte| ends(byte)).map_or(bytes.len(), |length| start + length)
}
