//! A second evaluator, written from the design alone (sections 2, 3 and 6) and from nothing of the engine: obvious,
//! slow, and over its own plain data, so that it can disagree. Beside it stand the generators that draw worlds and
//! plans, and the printers that turn them into the texts the engine reads.
//!
//! ```text
//!  tape of bytes --draw, sets--> World, Plan --print--> .accord text, plan JSON --> the engine
//!                                    |
//!                                    +--evaluate, report--> what the engine should say
//! ```

pub mod draw;
pub mod evaluate;
pub mod print;
pub mod report;
pub mod sets;
pub mod world;

mod worked;
