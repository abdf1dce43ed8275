//! A compiled pack opens as it was, and never when it was damaged, cut short or made by another version.

use accordant::pack::OpenError;
use accordant::{Pack, Plan, check, compile, core_pack, json};

const RULES: &str = r#"
    pack small "A small pack" { version "1" language en }
    framework oath "An oath" { adopted 2018-12-19 promise 1 "Keep" { menu part 1.a "This" { formerly 1.x } part 1.b "That" } }
    treaty vow "A vow" { article 1 "Ask" { indicator 1.1 "Asked" } }
    link oath:1.a overlaps vow:1 { because "Both." basis text "vow, 1" }
    link oath:1.b unrelated vow
    tool hammer "A hammer" { by "Smiths" supports policy serves oath:1 url <https://example.org> basis text "vow" }
"#;

fn small() -> Pack {
    compile(&[accordant::Source::new("small.accord", RULES)]).0
}

#[test]
fn an_opened_pack_gives_the_same_report() {
    let (pack, _) = compile(&core_pack());
    let opened = Pack::open(&pack.to_bytes()).expect("the core pack opens");
    let plan = json::read_plan(include_str!("../examples/portugal-objective-2.json"));
    assert_eq!(json::write(&check(&opened, &plan)), json::write(&check(&pack, &plan)));
    assert_eq!(opened.to_bytes(), pack.to_bytes());
    assert_eq!(
        small().commitment("oath:1.x"),
        Pack::open(&small().to_bytes()).expect("it opens").commitment("oath:1.x")
    );
}

#[test]
fn a_pack_that_is_cut_short_is_refused() {
    let bytes = small().to_bytes();
    for end in 0..bytes.len() {
        assert!(Pack::open(&bytes[..end]).is_err(), "the first {end} bytes open");
    }
}

#[test]
fn a_pack_with_one_byte_changed_is_refused() {
    let bytes = small().to_bytes();
    for at in 0..bytes.len() {
        for change in [1, 0x80, 0xff] {
            let mut damaged = bytes.clone();
            damaged[at] ^= change;
            assert!(Pack::open(&damaged).is_err(), "byte {at} changed by {change} opens");
        }
    }
}

#[test]
fn a_pack_of_another_version_says_so() {
    let mut bytes = small().to_bytes();
    bytes[b"accordant".len()] += 1;
    let refused = Pack::open(&bytes).expect_err("another version is refused");
    assert!(matches!(refused, OpenError::OtherVersion(_)));
    assert!(refused.to_string().contains("compile it again"));
    assert!(check(&small(), &Plan::default()).diagnostics.is_empty());
}
