//! What axe finds in the window as it is now.

use std::{fs, sync::OnceLock};

use serde_json::Value;

use super::Window;

const FILE: &str = "ui/node_modules/axe-core/axe.min.js";

fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        fs::read_to_string(FILE).unwrap_or_else(|error| panic!("{FILE}: {error}. Run `npm ci` in ui first."))
    })
}

/// What breaks the rules of axe, one line each: the rule, the element, why.
pub fn violations(window: &Window) -> Vec<String> {
    if window.script("return typeof window.axe", vec![]) == "undefined" {
        window.script(&format!("{}; window.axe = axe;", source()), vec![]);
        window.stand_still();
    }
    let script = "
        const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] })
          .then((found) => done(found.violations.flatMap((rule) => rule.nodes.map((node) =>
            `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')} ${node.html.slice(0, 160)}`))))
          .catch((error) => done([`axe failed: ${error}`]));";
    let found = window.script_later(script, vec![]);
    let found = found.as_array().unwrap_or_else(|| panic!("axe said {found}"));
    found.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
