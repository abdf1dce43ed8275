//! From pest's pairs to the syntax tree.

use super::ast::*;
use super::fault;
use super::grammar::Rule;
use super::scan::Scan;
use crate::diagnostic::Diagnostic;
use crate::source::{Span, Spanned};
use crate::words::arrange;
use pest::iterators::{Pair, Pairs};

pub(super) fn file(pairs: Pairs<Rule>, text: &str, source: u32, scan: &Scan) -> (File, Vec<Diagnostic>) {
    let mut builder = Builder { text, source, scan, diagnostics: Vec::new(), string_open: false };
    let mut file = File::default();
    for pair in pairs.flat_map(Pair::into_inner) {
        match pair.as_rule() {
            Rule::item => file.items.extend(pair.into_inner().next().map(|item| builder.item(item))),
            Rule::stray => builder.stray(&pair, &mut file.lost),
            _ => {}
        }
    }
    arrange(&mut builder.diagnostics, |a, b| a.span.start.cmp(&b.span.start));
    (file, builder.diagnostics)
}

struct Builder<'a> {
    text: &'a str,
    source: u32,
    scan: &'a Scan,
    diagnostics: Vec<Diagnostic>,
    /// A text that was not closed swallowed the brace behind it, so the braces after it do not match:
    /// what they leave over is no fault of its own.
    string_open: bool,
}

type Inner<'i> = std::iter::Peekable<Pairs<'i, Rule>>;

impl Builder<'_> {
    fn span(&self, pair: &Pair<Rule>) -> Span {
        let span = pair.as_span();
        Span { source: self.source, start: span.start() as u32, end: span.end() as u32 }
    }

    /// The span of a pair without the blanks and comments that pest takes in at its end.
    fn trimmed(&self, pair: &Pair<Rule>) -> Span {
        let span = self.span(pair);
        Span { end: span.start + pair.as_str().trim_end().len() as u32, ..span }
    }

    fn word(&self, pair: &Pair<Rule>) -> Word {
        Spanned { value: pair.as_str().to_string(), span: self.span(pair) }
    }

    fn stray(&mut self, pair: &Pair<Rule>, lost: &mut Vec<String>) {
        lost.extend(words_of(pair.as_str()));
        if !self.string_open {
            let diagnostic = fault::stray(self.text, self.trimmed(pair));
            self.report(diagnostic);
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.string_open |= diagnostic.code == "unclosed-string";
        self.diagnostics.push(diagnostic);
    }

    fn item(&mut self, pair: Pair<Rule>) -> Item {
        self.string_open = false;
        let span = self.trimmed(&pair);
        let kind = pair.as_rule();
        let mut inner = pair.into_inner().peekable();
        let keyword = self.next_word(&mut inner);
        let header = match kind {
            Rule::link => Header::Link {
                from: self.next_word(&mut inner),
                verb: self.next_word(&mut inner),
                to: self.next_word(&mut inner),
            },
            Rule::criterion => {
                Header::About { commitment: self.next_word(&mut inner), title: self.optional_string(&mut inner) }
            }
            Rule::field => self.field_header(&mut inner),
            _ => Header::Named { name: self.next_word(&mut inner), title: self.optional_string(&mut inner) },
        };
        let reported = self.diagnostics.len();
        let block = inner.next().map(|block| self.block(block)).unwrap_or_default();
        self.keep_innermost_unclosed(reported);
        Item { doc: self.scan.doc_above(self.text, span.start), keyword, header, block, span }
    }

    /// Of the blocks that one missing brace leaves open, only the innermost is said.
    fn keep_innermost_unclosed(&mut self, from: usize) {
        let innermost = self.diagnostics[from..]
            .iter()
            .filter(|found| found.code == "unclosed-block")
            .map(|found| found.span)
            .max();
        let mut at = 0;
        self.diagnostics.retain(|found| {
            at += 1;
            at <= from || found.code != "unclosed-block" || Some(found.span) == innermost
        });
    }

    fn field_header(&mut self, inner: &mut Inner) -> Header {
        let (name, kind) = (self.next_word(inner), self.next_word(inner));
        let mut texts = Vec::new();
        while let Some(text) = self.optional_string(inner) {
            texts.push(text);
        }
        let title = if kind.value == "choice" && texts.len() < 2 { None } else { texts.pop() };
        Header::Field { name, kind, choices: texts, title }
    }

    fn block(&mut self, pair: Pair<Rule>) -> Block {
        let in_outline = pair.as_rule() == Rule::outline;
        let mut block = Block { span: self.trimmed(&pair), ..Block::default() };
        for statement in pair.into_inner() {
            match statement.as_rule() {
                Rule::unclosed if !self.string_open => self.report(fault::unclosed(block.span)),
                Rule::unclosed => {}
                Rule::junk => self.junk(self.trimmed(&statement), in_outline, &mut block),
                _ => block.statements.extend(statement.into_inner().next().and_then(|sound| self.statement(sound))),
            }
        }
        block
    }

    /// What stands on the line before the junk looked like a statement, but was the beginning of a broken one.
    fn junk(&mut self, span: Span, in_outline: bool, block: &mut Block) {
        let mut start = span.start as usize;
        let mut unquoted = None;
        if let Some(Statement::Attribute { name, value: Value::Words { .. } | Value::Figure { .. } }) =
            block.statements.last()
            && !self.text[name.span.start as usize..start].contains('\n')
        {
            start = name.span.start as usize;
            unquoted = block.statements.pop();
        }
        block.lost.extend(words_of(&self.text[start..span.end as usize]));
        let diagnostic = match unquoted {
            // The first word of a basis is its kind: what lacks its quotes comes behind it.
            Some(Statement::Attribute { name, value: Value::Words { words, last: None } }) if name.value != "basis" => {
                fault::after_word(self.text, span, words[0].span)
            }
            Some(Statement::Attribute { value: Value::Words { .. }, .. }) => fault::after_word(self.text, span, span),
            _ => fault::junk(self.text, span, in_outline),
        };
        self.report(diagnostic);
    }

    fn statement(&mut self, pair: Pair<Rule>) -> Option<Statement> {
        let (kind, span, word) = (pair.as_rule(), self.trimmed(&pair), self.word(&pair));
        if matches!(kind, Rule::node | Rule::bare_node) {
            return Some(self.node(pair, span));
        }
        let mut inner = pair.into_inner().peekable();
        if kind == Rule::outline_kind {
            return Some(Statement::OutlineKind(inner.next().map_or(word, |kind| self.word(&kind))));
        }
        let first = self.next_word(&mut inner);
        let keyword = first.span;
        Some(match kind {
            Rule::formerly => Statement::Formerly { keyword, code: self.next_word(&mut inner) },
            Rule::basis => {
                Statement::Basis { keyword, kind: self.next_word(&mut inner), source: self.next_string(&mut inner) }
            }
            Rule::answer => Statement::Answer {
                keyword,
                commitment: self.next_word(&mut inner),
                answer: self.next_word(&mut inner),
                evidence: self.optional_string(&mut inner),
            },
            Rule::addresses => Statement::Addresses { keyword, claims: inner.map(|claim| self.claim(claim)).collect() },
            Rule::field_value => {
                let name = self.next_word(&mut inner);
                let value = inner.next()?;
                Statement::FieldValue { keyword, name, value: self.single_value(value) }
            }
            Rule::requires => Statement::Requires { keyword, condition: self.condition(inner.next()?) },
            Rule::when => Statement::When { keyword, condition: self.condition(inner.next()?) },
            Rule::for_each => {
                inner.next();
                let subject = self.next_word(&mut inner);
                Statement::ForEach { keyword, subject, filter: self.filter(&mut inner).map(|filter| *filter) }
            }
            Rule::on => Statement::On { keyword, subject: self.next_word(&mut inner) },
            Rule::message => Statement::Message { level: first, parts: self.message(inner.next()?), span },
            Rule::expect => Statement::Expect { keyword, words: inner.map(|word| self.word(&word)).collect() },
            Rule::section => {
                let name = inner.next_if(|next| next.as_rule() == Rule::name).map(|name| self.word(&name));
                let title = self.optional_string(&mut inner);
                Statement::Section { keyword: first, name, title, block: self.block(inner.next()?) }
            }
            _ => Statement::Attribute { name: first, value: self.value(inner.next()?) },
        })
    }

    fn node(&mut self, pair: Pair<Rule>, span: Span) -> Statement {
        let mut inner = pair.into_inner().peekable();
        let (level, code) = (self.next_word(&mut inner), self.next_word(&mut inner));
        let label = self.optional_string(&mut inner);
        let at = inner.next_if(|next| next.as_rule() == Rule::at_word).map(|_| self.next_string(&mut inner));
        let block = inner.next().map(|block| self.block(block));
        let doc = self.scan.doc_above(self.text, span.start);
        Statement::Node(Node { level, code, label, at, doc, block, span })
    }

    fn claim(&self, pair: Pair<Rule>) -> (Word, Option<Word>) {
        let mut inner = pair.into_inner().peekable();
        (self.next_word(&mut inner), inner.next().map(|extent| self.word(&extent)))
    }

    fn value(&mut self, pair: Pair<Rule>) -> Value {
        let mut inner = pair.into_inner().peekable();
        match inner.peek().map(Pair::as_rule) {
            Some(Rule::string) => {
                let mut texts = Vec::new();
                while let Some(text) = self.optional_string(&mut inner) {
                    texts.push(text);
                }
                Value::Texts { texts, url: inner.next().map(|url| self.address(&url)) }
            }
            Some(Rule::url) => Value::Url(inner.next().map(|url| self.address(&url)).unwrap_or_else(missing)),
            Some(Rule::reference) => Value::References(inner.map(|reference| self.word(&reference)).collect()),
            Some(Rule::figure) => {
                let figure = self.next_word(&mut inner);
                match inner.next() {
                    Some(next) if next.as_rule() == Rule::to_word => {
                        Value::Range { from: figure, to: self.next_word(&mut inner) }
                    }
                    unit => Value::Figure { figure, unit: unit.map(|unit| self.word(&unit)) },
                }
            }
            _ => {
                let mut words = Vec::new();
                while let Some(word) = inner.next_if(|next| next.as_rule() == Rule::word) {
                    words.push(self.word(&word));
                }
                let last = inner.next().map(|last| match last.as_rule() {
                    Rule::string => self.string(last),
                    _ => self.word(&last),
                });
                Value::Words { words, last }
            }
        }
    }

    fn single_value(&mut self, pair: Pair<Rule>) -> Value {
        match pair.as_rule() {
            Rule::string => Value::Texts { texts: vec![self.string(pair)], url: None },
            Rule::figure => Value::Figure { figure: self.word(&pair), unit: None },
            _ => Value::Words { words: vec![self.word(&pair)], last: None },
        }
    }

    // ---- conditions

    fn filter(&mut self, inner: &mut Inner) -> Option<Box<Condition>> {
        inner.next_if(|next| next.as_rule() == Rule::where_word)?;
        inner.next().map(|condition| Box::new(self.condition(condition)))
    }

    fn condition(&mut self, pair: Pair<Rule>) -> Condition {
        let parts = self.operands(pair, Rule::conjunction, Self::conjunction);
        one_or(parts, Condition::Or)
    }

    fn conjunction(&mut self, pair: Pair<Rule>) -> Condition {
        let parts = self.operands(pair, Rule::negation, Self::negation);
        one_or(parts, Condition::And)
    }

    fn operands(
        &mut self,
        pair: Pair<Rule>,
        kind: Rule,
        each: fn(&mut Self, Pair<Rule>) -> Condition,
    ) -> Vec<Condition> {
        pair.into_inner().filter(|part| part.as_rule() == kind).map(|part| each(self, part)).collect()
    }

    fn negation(&mut self, pair: Pair<Rule>) -> Condition {
        let mut negated = false;
        let mut primary = Condition::And(Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::not_word => negated = !negated,
                _ => primary = self.primary(part),
            }
        }
        if negated { Condition::Not(Box::new(primary)) } else { primary }
    }

    fn primary(&mut self, pair: Pair<Rule>) -> Condition {
        let kind = pair.as_rule();
        if kind == Rule::condition {
            return self.condition(pair);
        }
        let mut inner = pair.into_inner().peekable();
        match kind {
            Rule::counted => {
                inner.next();
                inner.next();
                let subject = self.next_word(&mut inner);
                let filter = self.filter(&mut inner);
                Condition::Counted {
                    subject,
                    filter,
                    operator: self.next_word(&mut inner),
                    figure: self.next_word(&mut inner),
                }
            }
            Rule::quantified => {
                let some = self.next_word(&mut inner).value == "some";
                Condition::Quantified { some, subject: self.next_word(&mut inner), filter: self.filter(&mut inner) }
            }
            Rule::every => {
                inner.next();
                let subject = self.next_word(&mut inner);
                let filter = self.filter(&mut inner);
                inner.next();
                let has = inner.next().map_or(Condition::And(Vec::new()), |has| self.condition(has));
                Condition::Every { subject, filter, has: Box::new(has) }
            }
            Rule::addressing => {
                let subject = self.next_word(&mut inner);
                inner.next();
                Condition::Addressing { subject, commitment: self.next_word(&mut inner) }
            }
            Rule::degree => {
                let of = self.next_word(&mut inner);
                inner.next();
                Condition::Degree {
                    of,
                    commitment: self.next_word(&mut inner),
                    operator: self.next_word(&mut inner),
                    percent: self.next_word(&mut inner),
                }
            }
            Rule::stands => {
                let commitment = self.next_word(&mut inner);
                let today = inner.next_if(|next| next.as_rule() == Rule::today_word).is_some();
                inner.next();
                let negated = inner.next_if(|next| next.as_rule() == Rule::not_word).is_some();
                Condition::Stands { commitment, today, negated, verdict: self.next_word(&mut inner) }
            }
            _ => self.comparison(inner),
        }
    }

    fn comparison(&mut self, mut inner: Inner) -> Condition {
        let left = self.next_expression(&mut inner);
        let operator = self.next_word(&mut inner);
        let negated = inner.next_if(|next| next.as_rule() == Rule::not_word).is_some();
        match inner.peek().map(Pair::as_rule) {
            Some(Rule::missing_word) => Condition::Present { field: left, given: negated },
            Some(Rule::given_word) => Condition::Present { field: left, given: !negated },
            _ => Condition::Compared { left, operator, negated, right: self.next_expression(&mut inner) },
        }
    }

    fn next_expression(&mut self, inner: &mut Inner) -> Expression {
        let missing = Expression { term: Term::Path(String::new()), steps: Vec::new(), span: Span::default() };
        inner.next().map_or(missing, |expression| self.expression(expression))
    }

    fn expression(&mut self, pair: Pair<Rule>) -> Expression {
        let span = self.trimmed(&pair);
        let mut inner = pair.into_inner().peekable();
        let term = match inner.next() {
            Some(term) if term.as_rule() == Rule::string => Term::Text(self.string(term).value),
            Some(term) if term.as_rule() == Rule::figure => Term::Figure(term.as_str().to_string()),
            term => Term::Path(term.map(|path| path.as_str().to_string()).unwrap_or_default()),
        };
        let mut steps = Vec::new();
        while let Some(sign) = inner.next() {
            let minus = sign.as_str() == "-";
            steps.push(Step { minus, figure: self.next_word(&mut inner), unit: self.next_word(&mut inner) });
        }
        Expression { term, steps, span }
    }

    // ---- words, strings and messages

    fn message(&mut self, pair: Pair<Rule>) -> Vec<Part> {
        let mut parts = Vec::new();
        for piece in pair.into_inner().flat_map(Pair::into_inner) {
            let span = self.trimmed(&piece);
            match piece.as_rule() {
                Rule::hole => {
                    let mut inner = piece.into_inner().peekable();
                    let value = self.next_expression(&mut inner);
                    let fallback = inner.next().and_then(|_| inner.next()).map(|fallback| self.expression(fallback));
                    parts.push(Part::Hole { value, fallback, span });
                }
                _ => parts.push(Part::Text(self.unescape(piece.as_str(), span.start, true))),
            }
        }
        parts
    }

    fn next_word(&self, inner: &mut Inner) -> Word {
        inner.next().map_or_else(missing, |pair| self.word(&pair))
    }

    fn next_string(&mut self, inner: &mut Inner) -> Word {
        self.optional_string(inner).unwrap_or_else(missing)
    }

    fn optional_string(&mut self, inner: &mut Inner) -> Option<Word> {
        inner.next_if(|next| next.as_rule() == Rule::string).map(|string| self.string(string))
    }

    fn string(&mut self, pair: Pair<Rule>) -> Word {
        let span = self.span(&pair);
        let mut value = String::new();
        for line in pair.into_inner() {
            let start = self.span(&line).start + 1;
            let text = line.as_str();
            value.push_str(&self.unescape(&text[1..text.len() - 1], start, false));
        }
        Spanned { value, span }
    }

    fn address(&self, pair: &Pair<Rule>) -> Word {
        let text = pair.as_str();
        Spanned { value: text[1..text.len() - 1].to_string(), span: self.span(pair) }
    }

    /// What a text says once its escapes are read. An unknown escape is said and stays as it is written.
    fn unescape(&mut self, text: &str, start: u32, in_message: bool) -> String {
        let mut value = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('\\') {
            value.push_str(&rest[..at]);
            rest = &rest[at..];
            let (character, length) = escape(rest, in_message);
            match character {
                Some(character) => value.push(character),
                None => {
                    let at = start + (text.len() - rest.len()) as u32;
                    let span = Span { source: self.source, start: at, end: at + length as u32 };
                    let message = format!("`{}` is no escape", &rest[..length]);
                    let help = "a text knows `\\\"`, `\\\\`, `\\n` and `\\u{...}`, and a message `\\{` too";
                    self.report(Diagnostic::error("bad-escape", span, message).help(help));
                    value.push_str(&rest[..length]);
                }
            }
            rest = &rest[length..];
        }
        value.push_str(rest);
        value
    }
}

/// The character that an escape stands for, and its length in bytes.
fn escape(text: &str, in_message: bool) -> (Option<char>, usize) {
    let mut characters = text.chars();
    characters.next();
    match characters.next() {
        Some('n') => (Some('\n'), 2),
        Some('u') => match text[2..].strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            Some((hex, _)) if hex.len() <= 6 => (
                Some(hex)
                    .filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
                    .and_then(|hex| u32::from_str_radix(hex, 16).ok())
                    .and_then(char::from_u32),
                hex.len() + 4,
            ),
            _ => (None, 2),
        },
        Some(character @ ('"' | '\\')) => (Some(character), 2),
        Some('{') if in_message => (Some('{'), 2),
        Some('}') if in_message => (Some('}'), 2),
        Some(other) => (None, 1 + other.len_utf8()),
        None => (None, text.len()),
    }
}

/// The words of a text, codes and names in one piece.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|character: char| character.is_whitespace() || "{}\"<>,".contains(character));
    words.filter(|word| !word.is_empty()).map(str::to_string)
}

fn one_or(mut parts: Vec<Condition>, join: fn(Vec<Condition>) -> Condition) -> Condition {
    if parts.len() == 1 { parts.remove(0) } else { join(parts) }
}

/// The grammar promises each part of a rule; where it should ever break that promise, an empty word stands.
fn missing() -> Word {
    Spanned { value: String::new(), span: Span::default() }
}
