//! What can be asked on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Checks whether a plan keeps its promises to international agreements.
#[derive(Debug, Parser)]
#[command(name = "accordant", version, max_term_width = 100)]
pub struct Line {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check a plan: what it keeps, what it leaves open, why, and what helps
    Check(Check),
    /// Show why a commitment stands as it does under a plan
    Explain(Explain),
    /// Run the tests of a pack
    Test(Test),
    /// Look over a pack: errors, and what compiles but should not be so
    Lint(Lint),
    /// Show a commitment or tool with all that is linked to it
    Show(Show),
    /// Find commitments by plain words
    Search(Search),
    /// Write the resolved pack
    Export(Export),
    /// Compile a pack to a file that pages open without reading any rules
    Pack(PackTo),
    /// Print the JSON Schema of what goes in or comes out
    Schema(Schema),
}

#[derive(Debug, Args)]
pub struct Packs {
    /// A folder (or file) of rules, instead of the core pack; may be given several times
    #[arg(long = "pack", value_name = "DIR")]
    pub folders: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Check {
    /// The plan, as JSON; `-` reads standard input
    pub plan: PathBuf,
    #[command(flatten)]
    pub packs: Packs,
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    /// The day on which the plan is looked at, as 2026-11-23, instead of its own
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// From which level of findings on the run ends with exit code 1
    #[arg(long, value_enum, default_value_t = FailOn::Never)]
    pub fail_on: FailOn,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum FailOn {
    Never,
    Advice,
    Warning,
}

#[derive(Debug, Args)]
pub struct Explain {
    /// The plan, as JSON; `-` reads standard input
    pub plan: PathBuf,
    /// The commitment, such as gcm:6.c
    pub reference: String,
    #[command(flatten)]
    pub packs: Packs,
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub format: TextOrJson,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TextOrJson {
    Text,
    Json,
}

#[derive(Debug, Args)]
pub struct Test {
    /// The folder of rules; without it, the core pack
    pub folder: Option<PathBuf>,
    /// Run only tests whose name contains this
    pub filter: Option<String>,
}

#[derive(Debug, Args)]
pub struct Lint {
    /// The folder of rules; without it, the core pack
    pub folder: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Show {
    /// A commitment, indicator, framework or tool, such as gcm:6.c, gcm or iris
    pub reference: String,
    #[command(flatten)]
    pub packs: Packs,
}

#[derive(Debug, Args)]
pub struct Search {
    /// What is looked for, in plain words
    #[arg(required = true)]
    pub words: Vec<String>,
    #[command(flatten)]
    pub packs: Packs,
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub format: TextOrJson,
}

#[derive(Debug, Args)]
pub struct Export {
    /// The folder of rules; without it, the core pack
    pub folder: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub format: ExportFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    Json,
}

#[derive(Debug, Args)]
pub struct PackTo {
    /// The folder of rules; without it, the core pack
    pub folder: Option<PathBuf>,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Debug, Args)]
pub struct Schema {
    #[arg(value_enum)]
    pub of: SchemaOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    Plan,
    Report,
}
