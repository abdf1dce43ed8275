//! A pack as bytes, so that a page opens it without reading any rules.
//!
//! The bytes are a mark, the version of the format, and the pack in the postcard format with a checksum. Tests and
//! sources stay behind: a page has no use for them.

use super::{Commitment, End, Framework, Indicator, Link, Names, Pack, PackInfo, Tool};
use serde::{Deserialize, Serialize};
use std::fmt;

const MARK: &[u8; 9] = b"accordant";
/// Raised whenever what is packed changes.
const VERSION: u8 = 1;
const CHECKSUM: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI);

/// Why bytes are no pack that this program can open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    NoPack,
    OtherVersion(u8),
    Damaged,
}

impl fmt::Display for OpenError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            OpenError::NoPack => {
                formatter.write_str("this is no compiled pack; make one with `accordant pack DIR -o FILE`")
            }
            OpenError::OtherVersion(version) => {
                write!(
                    formatter,
                    "this pack is of version {version}, and version {VERSION} is read here; compile it again"
                )
            }
            OpenError::Damaged => formatter.write_str("this pack is damaged or cut short; compile it again"),
        }
    }
}

impl std::error::Error for OpenError {}

/// What is packed, in this order.
type Packed = (PackInfo, Vec<String>, Vec<Framework>, Vec<Commitment>, Vec<Indicator>, Vec<Link>, Vec<Tool>);

impl Pack {
    /// The pack as bytes, the same for the same pack. Its tests and sources are not in them.
    ///
    /// ```
    /// use accordant::{Pack, Source, compile};
    /// let rules = r#"pack p "P" { version "1" } framework f "F" { goal 1 "Do" }"#;
    /// let (pack, _) = compile(&[Source::new("p.accord", rules)]);
    /// let opened = Pack::open(&pack.to_bytes()).unwrap();
    /// assert_eq!(opened.export(), pack.export());
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        let packed =
            (&self.info, &self.packs, &self.frameworks, &self.commitments, &self.indicators, &self.links, &self.tools);
        let mut start = MARK.to_vec();
        start.push(VERSION);
        // Plain data into memory: there is nothing in it that the format does not know.
        start.extend(postcard::to_allocvec_crc32(&packed, CHECKSUM.digest()).unwrap_or_default());
        start
    }

    /// Opens a pack from its bytes.
    ///
    /// # Errors
    /// Says whether the bytes are no pack, one of another version, or one that is damaged.
    ///
    /// ```
    /// use accordant::{Pack, pack::OpenError};
    /// assert_eq!(Pack::open(b"nonsense").unwrap_err(), OpenError::NoPack);
    /// ```
    pub fn open(bytes: &[u8]) -> Result<Pack, OpenError> {
        let (version, packed) = bytes.strip_prefix(MARK).and_then(<[u8]>::split_first).ok_or(OpenError::NoPack)?;
        if *version != VERSION {
            return Err(OpenError::OtherVersion(*version));
        }
        let (info, packs, frameworks, commitments, indicators, links, tools): Packed =
            postcard::from_bytes_crc32(packed, CHECKSUM.digest()).map_err(|_| OpenError::Damaged)?;
        let mut pack = Pack { info, packs, frameworks, commitments, indicators, links, tools, ..Pack::default() };
        if !pack.holds_together() {
            return Err(OpenError::Damaged);
        }
        pack.names = names(&pack);
        pack.draw_graph();
        Ok(pack)
    }

    /// Whether every index in the pack points at something, and every outline is in order.
    fn holds_together(&self) -> bool {
        let (nodes, frameworks, indicators) =
            (self.commitments.len() as u32, self.frameworks.len() as u32, self.indicators.len() as u32);
        let mut next = 0;
        let in_order = self.frameworks.iter().all(|framework| {
            let follows = framework.first == next && framework.end >= framework.first;
            next = framework.end;
            follows
        });
        let mut open: Vec<u32> = Vec::new();
        let sound = |(node, commitment): (usize, &Commitment)| {
            while open.last().copied() != commitment.parent && open.pop().is_some() {}
            let below = open.last().copied() == commitment.parent;
            open.push(node as u32);
            let framework = self.frameworks.get(commitment.framework as usize);
            below
                && framework.is_some_and(|framework| (framework.first..framework.end).contains(&(node as u32)))
                && commitment
                    .parent
                    .is_none_or(|parent| self.commitments[parent as usize].framework == commitment.framework)
                && commitment.measured_by.iter().all(|indicator| *indicator < indicators)
        };
        let is_end = |end: End| match end {
            End::Commitment(node) => node < nodes,
            End::Framework(framework) => framework < frameworks,
        };
        in_order
            && next == nodes
            && self.commitments.iter().enumerate().all(sound)
            && self.indicators.iter().all(|indicator| indicator.of < nodes)
            && self.links.iter().all(|link| link.from < nodes && is_end(link.to))
            && self.tools.iter().all(|tool| tool.serves.iter().all(|node| *node < nodes))
    }
}

fn names(pack: &Pack) -> Names {
    let mut names = Names::default();
    for (index, framework) in (0..).zip(&pack.frameworks) {
        names.frameworks.insert(framework.id.clone(), index);
    }
    for (node, commitment) in (0..).zip(&pack.commitments) {
        names.commitments.insert(commitment.id.clone(), node);
        for older in &commitment.formerly {
            names.formerly.insert(older.clone(), node);
        }
    }
    for (index, indicator) in (0..).zip(&pack.indicators) {
        names.indicators.insert(indicator.id.clone(), index);
    }
    names
}

/// A day as three numbers: the date library's own way brings its texts into the browser.
pub(super) mod date {
    use super::{Deserialize, Serialize};
    use jiff::civil::Date;
    use serde::{Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        date.map(|date| (date.year(), date.month(), date.day())).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let parts: Option<(i16, i8, i8)> = Option::deserialize(deserializer)?;
        let date = parts.map(|(year, month, day)| Date::new(year, month, day));
        date.transpose().map_err(|_| D::Error::custom("no day"))
    }
}
