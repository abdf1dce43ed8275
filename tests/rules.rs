//! Each `test` of the core pack, as a named test.

fn main() -> std::process::ExitCode {
    accordant::testing::main(concat!(env!("CARGO_MANIFEST_DIR"), "/rules"))
}
