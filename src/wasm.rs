//! The browser door: it hands text in and values out, and has no logic of its own.

use crate::diagnostic::Diagnostic;
use crate::json::read_plan;
use crate::source::position_utf16;
use crate::{Pack, Severity, check, explain, has_errors, search};
#[cfg(feature = "language")]
use crate::{Source, compile, lint};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A compiled pack, as JavaScript holds it.
#[wasm_bindgen(js_name = Pack)]
pub struct JsPack {
    pack: Pack,
    diagnostics: Vec<Diagnostic>,
}

/// One file of a pack.
#[cfg(feature = "language")]
#[derive(serde::Deserialize)]
struct JsSource {
    name: String,
    text: String,
}

/// What is wrong with a pack, with lines and columns from 1, columns in UTF-16.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsDiagnostic<'a> {
    code: &'a str,
    severity: Severity,
    message: &'a str,
    help: Option<&'a str>,
    file: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[wasm_bindgen(js_class = Pack)]
impl JsPack {
    /// Opens a compiled pack; throws what is wrong with its bytes.
    pub fn open(bytes: &[u8]) -> Result<JsPack, JsValue> {
        let pack = Pack::open(bytes).map_err(|error| JsValue::from(JsError::new(&error.to_string())))?;
        Ok(JsPack { pack, diagnostics: Vec::new() })
    }

    /// The pack as bytes, for `open`.
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.pack.to_bytes()
    }

    /// Whether the pack may be checked against.
    pub fn ok(&self) -> bool {
        !has_errors(&self.diagnostics)
    }

    pub fn diagnostics(&self) -> Result<JsValue, JsValue> {
        to_js(&self.diagnostics.iter().map(|diagnostic| self.diagnostic(diagnostic)).collect::<Vec<_>>())
    }

    /// The resolved pack, as `export --format json` prints it.
    pub fn export(&self) -> Result<JsValue, JsValue> {
        to_js(&self.pack.export())
    }

    /// The report on a plan given as JSON text, as `check --format json` prints it.
    pub fn check(&self, plan: &str) -> Result<JsValue, JsValue> {
        to_js(&check(&self.pack, &read_plan(plan)))
    }

    /// Why a commitment stands as it does; undefined if the pack has no such commitment.
    pub fn explain(&self, plan: &str, commitment: &str) -> Result<JsValue, JsValue> {
        explain(&self.pack, &read_plan(plan), commitment)
            .map_or(Ok(JsValue::UNDEFINED), |explanation| to_js(&explanation))
    }

    /// The planned verdict on each commitment, in the order of the exported pack, as an index into the six verdicts.
    pub fn verdicts(&self, plan: &str) -> Vec<u8> {
        let (verdicts, _) = crate::check::verdicts(&self.pack, &read_plan(plan));
        verdicts.into_iter().map(|verdict| verdict as u8).collect()
    }

    pub fn search(&self, words: &str) -> Result<JsValue, JsValue> {
        to_js(&search(&self.pack, words))
    }

    fn diagnostic<'a>(&'a self, diagnostic: &'a Diagnostic) -> JsDiagnostic<'a> {
        let source = self.pack.sources.get(diagnostic.span.source as usize);
        let text = source.map_or("", |source| &source.text);
        let (start, end) = (position_utf16(text, diagnostic.span.start), position_utf16(text, diagnostic.span.end));
        JsDiagnostic {
            code: diagnostic.code,
            severity: diagnostic.severity,
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            file: source.map_or("", |source| &source.name),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

#[cfg(feature = "language")]
#[wasm_bindgen(js_class = Pack)]
impl JsPack {
    /// Compiles files, given as `{name, text}` objects.
    #[wasm_bindgen(js_name = compile)]
    pub fn compile(files: JsValue) -> Result<JsPack, JsValue> {
        let files: Vec<JsSource> = serde_wasm_bindgen::from_value(files)?;
        let sources: Vec<Source> = files.into_iter().map(|file| Source::new(file.name, file.text)).collect();
        let (pack, mut diagnostics) = compile(&sources);
        if !has_errors(&diagnostics) {
            diagnostics.extend(lint(&pack));
        }
        Ok(JsPack { pack, diagnostics })
    }
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}
