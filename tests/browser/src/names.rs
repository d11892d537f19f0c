//! Accessible names where the engine's own are of no use: WebKit's driver gives none to cells and rows,
//! and to a field inside its label what the field holds as well.

use crate::{browser::Browser, scope::one_spaced, wait::Trouble};
use fantoccini::{elements::ElementRef, error::CmdError};
use serde_json::{Value, json};

/// axe-core, which also knows how names are computed: as the npm package has it; see the folder for
/// version and licence.
const AXE: &str = include_str!("../vendor/axe-core/axe.min.js");

const NAMES: &str = "
    if (typeof axe === 'undefined') return null;
    axe.setup(document.documentElement);
    try {
        return [...arguments].map((e) => e.isConnected ? axe.commons.text.accessibleText(e) : '');
    } finally {
        axe.teardown();
    }";

impl Browser {
    /// Brings axe-core into the page that is shown, if it is not there. It is no part of the page: the
    /// driver's scripts stand above its policy.
    ///
    /// # Errors
    /// When the page cannot run it.
    pub async fn bring_axe(&self) -> Result<(), CmdError> {
        let missing = "return typeof axe === 'undefined'";
        let client = self.client();
        if client.execute(missing, Vec::new()).await? == json!(true) {
            let bring = format!("{AXE}; window.axe = axe");
            client.execute(&bring, Vec::new()).await?;
        }
        Ok(())
    }

    /// The names of elements, as axe-core computes them.
    pub(crate) async fn names_of(&self, elements: &[Value]) -> Result<Vec<String>, Trouble> {
        if elements.is_empty() {
            return Ok(Vec::new());
        }
        self.bring_axe().await?;
        // One by one: what is in a list does not arrive as elements.
        let names = self.client().execute(NAMES, elements.to_vec()).await?;
        let Some(names) = names.as_array() else {
            return Err(Trouble::NotYet("the page went".to_owned()));
        };
        let in_words = |name: &Value| one_spaced(name.as_str().unwrap_or_default());
        Ok(names.iter().map(in_words).collect())
    }

    /// The name of one element.
    pub(crate) async fn name_of(&self, id: &ElementRef) -> Result<String, Trouble> {
        // As WebDriver writes elements.
        let element = json!({ "element-6066-11e4-a52e-4f735466cecf": &**id });
        let mut names = self.names_of(&[element]).await?;
        Ok(names.pop().unwrap_or_default())
    }
}
