//! Worlds as `.accord` text and plans as JSON.

use super::world::{Answer, Degree, Link, Plan, Tool, World};
use serde_json::{Map, Value, json};

/// The items of a pack, each a text of its own: their order means nothing.
pub fn items(world: &World) -> Vec<String> {
    let mut items = vec!["pack drawn \"A drawn pack\" {\n  version \"1\"\n}\n".to_string()];
    items.extend((0..world.frameworks.len()).map(|framework| framework_item(world, framework)));
    items.extend(world.links.iter().map(|link| link_item(world, link)));
    items.extend(world.tools.iter().map(|tool| tool_item(world, tool)));
    items
}

/// The whole pack in one text.
pub fn pack(world: &World) -> String {
    items(world).concat()
}

fn framework_item(world: &World, framework: usize) -> String {
    let about = &world.frameworks[framework];
    let mut item = format!("{} {} \"Agreement {}\" {{\n", about.kind, about.id, about.id);
    item.push_str("  adopted 2018-12-19\n  source \"Drawn\"\n");
    for node in world.top(framework) {
        print_node(world, node, "  ", &mut item);
    }
    item.push_str("}\n");
    item
}

fn print_node(world: &World, node: usize, indent: &str, item: &mut String) {
    let id = world.id(node);
    let code = id.split_once(':').map_or(id, |(_, code)| code);
    let children = world.children(node);
    item.push_str(&format!("{indent}point {code} \"Keep {code}\""));
    if !children.is_empty() {
        let deeper = format!("{indent}  ");
        item.push_str(" {\n");
        if world.nodes[node].menu {
            item.push_str(&format!("{deeper}menu\n"));
        }
        for child in children {
            print_node(world, child, &deeper, item);
        }
        item.push_str(&format!("{indent}}}"));
    }
    item.push('\n');
}

fn link_item(world: &World, link: &Link) -> String {
    let (from, verb, to) = (world.id(link.from), link.verb.word(), world.id(link.to));
    format!("link {from} {verb} {to} {{ because \"{from}, {to}\"  basis editorial \"Drawn\" }}\n")
}

fn tool_item(world: &World, tool: &Tool) -> String {
    let mut item = format!("tool {} \"Tool {}\" {{\n  by \"Us\"\n  kind guidance\n", tool.id, tool.id);
    if !tool.supports.is_empty() {
        item.push_str(&format!("  supports {}\n", tool.supports.join(", ")));
    }
    if !tool.serves.is_empty() {
        let serves: Vec<&str> = tool.serves.iter().map(|&node| world.id(node)).collect();
        item.push_str(&format!("  serves {}\n", serves.join(", ")));
    }
    item.push_str("  basis editorial \"Drawn\"\n}\n");
    item
}

/// A plan's JSON. Where a value can be written in two ways, both are used, by turns.
pub fn plan(world: &World, plan: &Plan) -> String {
    let mut document = Map::new();
    document.insert("accordant".into(), json!(1));
    document.insert("baseline".into(), json!({"date": "2019-05-01", "answers": answers(world, &plan.answers)}));
    document.insert("measures".into(), measures(world, plan));
    if plan.complete {
        document.insert("complete".into(), json!("yes"));
    }
    if let Some(scope) = &plan.scope {
        let ids = scope.iter().map(|&framework| json!(world.frameworks[framework].id));
        document.insert("scope".into(), ids.collect());
    }
    Value::Object(document).to_string()
}

fn answers(world: &World, answers: &[(usize, Answer)]) -> Value {
    let mut entries = Map::new();
    for (turn, &(node, answer)) in answers.iter().enumerate() {
        let value = match turn % 2 {
            0 => json!(answer.word()),
            _ => json!({"answer": answer.word(), "evidence": "Seen"}),
        };
        entries.insert(world.id(node).to_string(), value);
    }
    Value::Object(entries)
}

fn measures(world: &World, plan: &Plan) -> Value {
    let mut entries = Vec::new();
    for measure in &plan.measures {
        let mut entry = Map::new();
        entry.insert("id".into(), json!(measure.id));
        entry.insert("title".into(), json!(format!("Measure {}", measure.id)));
        let claims = measure.claims.iter().enumerate();
        entry.insert("addresses".into(), claims.map(|(turn, claim)| claim_entry(world, turn, claim)).collect());
        for (field, value) in [("kind", measure.kind), ("status", measure.status)] {
            if let Some(value) = value {
                entry.insert(field.into(), json!(value));
            }
        }
        entries.push(Value::Object(entry));
    }
    Value::Array(entries)
}

fn claim_entry(world: &World, turn: usize, &(node, extent): &(usize, Degree)) -> Value {
    match extent {
        Degree::Partly if turn.is_multiple_of(2) => json!(world.id(node)),
        _ => json!({"commitment": world.id(node), "extent": extent.word()}),
    }
}
