//! The real window: what is seen in it, and what is done to it.

use std::{env, fs, path::PathBuf, thread, time::Duration};

use fantoccini::{
    actions::{Actions, KeyActions},
    elements::{Element, ElementRef},
    error::CmdError,
};
use rustix::process::{Signal, kill_process};
use serde_json::{Value, json};

use super::{
    PATIENCE, Thing,
    display::Display,
    driver::{Launch, Session},
    keys,
    polite::ask_to_close,
    poll,
    process::runs,
};

const PAGE: &str = include_str!("page.js");
/// What the driver calls an element in JSON: W3C WebDriver, section 11.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The window of one run of the program.
pub struct Window<'profile> {
    session: Session,
    display: &'profile Display,
}

impl<'profile> Window<'profile> {
    pub(super) fn open(display: &'profile Display, home: &std::path::Path, arguments: &[String]) -> Self {
        let session = Session::start(&Launch { display: display.name(), home, arguments });
        let window = Window { session, display };
        window.until("the page is drawn", || {
            let drawn =
                "return document.readyState === 'complete' && document.querySelector('h1, h2') !== null";
            window.try_script(drawn, vec![]).is_ok_and(|drawn| drawn == json!(true)).then_some(())
        });
        window.script(PAGE, vec![]);
        window
    }

    // What is seen.

    /// Waits until these words are seen. Case does not count: the page may set heads in capitals.
    #[track_caller]
    pub fn sees(&self, words: &str) {
        let wanted = words.to_lowercase();
        self.until(&format!("“{words}” is seen"), || {
            self.text().to_lowercase().contains(&wanted).then_some(())
        });
    }

    /// Waits until these words are not seen.
    #[track_caller]
    pub fn sees_no(&self, words: &str) {
        let unwanted = words.to_lowercase();
        self.until(&format!("“{words}” is gone"), || {
            (!self.text().to_lowercase().contains(&unwanted)).then_some(())
        });
    }

    /// Waits until this thing is there.
    #[track_caller]
    pub fn has(&self, thing: &Thing) {
        self.find(thing);
    }

    /// Waits until this thing is not there.
    #[track_caller]
    pub fn has_no(&self, thing: &Thing) {
        self.until(&format!("no {thing} is there"), || self.count(thing).eq(&0).then_some(()));
    }

    /// How many of these are there now.
    #[track_caller]
    pub fn count(&self, thing: &Thing) -> usize {
        let found = self.script(&format!("return {}.length", thing.script()), vec![]);
        usize::try_from(found.as_u64().expect("a number")).expect("it fits")
    }

    /// All that is seen now, in one line; in front of everything, a dialog alone.
    #[track_caller]
    pub fn text(&self) -> String {
        self.script("return __ask.text()", vec![]).as_str().expect("text").to_owned()
    }

    /// What the first of these things says about itself: `aria-checked`.
    #[track_caller]
    pub fn attribute(&self, thing: &Thing, attribute: &str) -> Option<String> {
        self.find(thing);
        let script = format!("return {}[0]?.getAttribute({})", thing.script(), json!(attribute));
        self.script(&script, vec![]).as_str().map(str::to_owned)
    }

    /// The whole name of the first of these things.
    #[track_caller]
    pub fn name(&self, thing: &Thing) -> String {
        self.find(thing);
        self.script(&format!("return __ask.name({}[0])", thing.script()), vec![])
            .as_str()
            .expect("text")
            .to_owned()
    }

    /// Role and name of what has focus.
    #[track_caller]
    pub fn focused(&self) -> String {
        self.script("return __ask.focused()", vec![]).as_str().expect("text").to_owned()
    }

    /// Waits until focus is on something with these words in its role or name.
    #[track_caller]
    pub fn focus_is_on(&self, words: &str) {
        self.until(&format!("focus is on {words}"), || self.focused().contains(words).then_some(()));
    }

    /// Asks the page.
    #[track_caller]
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.try_script(script, arguments).unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    fn try_script(&self, script: &str, arguments: Vec<Value>) -> Result<Value, CmdError> {
        self.session.ask(|client| async move { client.execute(script, arguments).await })
    }

    /// Asks the page something that takes its time; the script calls its last argument.
    #[track_caller]
    pub fn script_later(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.session
            .ask(|client| async move { client.execute_async(script, arguments).await })
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// Waits for a condition, looking again and again.
    #[track_caller]
    pub fn until<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        self.until_within(PATIENCE, what, look)
    }

    /// Waits for a condition that may take longer, or must not take as long.
    #[track_caller]
    pub fn until_within<T>(&self, patience: Duration, what: &str, look: impl FnMut() -> Option<T>) -> T {
        poll(patience, look).unwrap_or_else(|| {
            let text = self.try_script("return window.__ask?.text() ?? document.body.innerText", vec![]);
            panic!(
                "waited in vain until {what}; seen: {}",
                text.unwrap_or_else(|error| json!(error.to_string()))
            )
        })
    }

    // What is done.

    /// Clicks this thing with the mouse, when it is there and nothing lies over it.
    #[track_caller]
    pub fn click(&self, thing: &Thing) {
        self.until(&format!("{thing} is clicked"), || {
            let element = self.find(thing);
            // The driver scrolls the page, but not what scrolls inside it.
            self.script(&format!("{}[0]?.scrollIntoView({{ block: 'nearest' }})", thing.script()), vec![]);
            self.session.ask(|_| async move { element.click().await }).ok()
        });
    }

    /// Presses keys: `Ctrl+Enter`, `j`.
    #[track_caller]
    pub fn press(&self, chord: &str) {
        self.act(keys::chord(chord));
    }

    /// Types letter by letter where the caret is.
    #[track_caller]
    pub fn types(&self, text: &str) {
        self.act(keys::typed(text));
    }

    /// Pastes where the caret is.
    #[track_caller]
    pub fn pastes(&self, text: &str) {
        self.script("__ask.paste(arguments[0])", vec![json!(text)]);
    }

    /// Chooses a file where the page asks for one, as the system's dialog does.
    #[track_caller]
    pub fn chooses(&self, name: &str, content: &str) {
        self.script("__ask.choose(arguments[0], arguments[1])", vec![json!(name), json!(content)]);
    }

    #[track_caller]
    fn act(&self, actions: KeyActions) {
        let actions: Actions = actions.into();
        self.session
            .ask(|client| async move { client.perform_actions(actions).await })
            .unwrap_or_else(|error| panic!("{error}"));
    }

    #[track_caller]
    fn find(&self, thing: &Thing) -> Element {
        let script = format!("return {}[0] ?? null", thing.script());
        let found = self.until(&format!("{thing} is there"), || {
            self.script(&script, vec![]).get(ELEMENT)?.as_str().map(str::to_owned)
        });
        self.session
            .ask(|client| async move { Ok(Element::from_element_id(client, ElementRef::from(found))) })
            .expect("no request is made")
    }

    /// Makes the window so large that its page has this size, menu and frame left out.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let page = || {
            let size = self.script("return __ask.size()", vec![]);
            let pixels =
                |side: usize| u32::try_from(size[side].as_u64().expect("a length")).expect("it fits");
            (pixels(0), pixels(1))
        };
        let before = page();
        if before == (width, height) {
            return;
        }
        let set = self.session.ask(|client| async move {
            let (_, _, wide, high) = client.get_window_rect().await?;
            let frame = |window: u64, page: u32| u32::try_from(window).unwrap_or(page).saturating_sub(page);
            client.set_window_size(width + frame(wide, before.0), height + frame(high, before.1)).await
        });
        set.unwrap_or_else(|error| panic!("{error}"));
        self.until("the window has its size", || (page() == (width, height)).then_some(()));
    }

    /// Waits until what was changed is painted.
    #[track_caller]
    pub fn is_painted(&self) {
        let script = "
            const done = arguments[arguments.length - 1];
            document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));";
        self.script_later(script, vec![]);
    }

    /// Ends all movement, for what is looked at while it changes: half-way through a change of colour, contrast is
    /// what nobody ever sees.
    #[track_caller]
    pub fn stand_still(&self) {
        let script = "
            const still = new CSSStyleSheet();
            still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important; }');
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];";
        self.script(script, vec![]);
    }

    /// Draws the page `light` or `dark`, as the setting does.
    #[track_caller]
    pub fn draw(&self, theme: &str) {
        self.script("document.documentElement.dataset.theme = arguments[0]", vec![json!(theme)]);
    }

    /// A picture of the page, as PNG.
    #[track_caller]
    pub fn picture(&self) -> Vec<u8> {
        self.session
            .ask(|client| async move { client.screenshot().await })
            .unwrap_or_else(|error| panic!("{error}"))
    }

    // How it ends.

    /// Closes the window with its button, and waits until the program has ended.
    #[track_caller]
    pub fn close(self) {
        self.is_untroubled();
        let asked = ask_to_close(self.display.name(), self.session.app()).expect("the display answers");
        assert_eq!(asked, 1, "one window is asked to close");
        self.until_ended();
    }

    /// Ends the program in the middle of whatever it does.
    #[track_caller]
    pub fn kill(self) {
        kill_process(self.session.app(), Signal::KILL).expect("it runs");
        self.until_ended();
    }

    fn until_ended(&self) {
        let ended = poll(PATIENCE, || (!runs(self.session.app())).then_some(()));
        assert!(ended.is_some(), "the program did not end");
    }

    /// Nothing went wrong behind the scenes: no error in the page, nothing against its security policy.
    #[track_caller]
    pub fn is_untroubled(&self) {
        let troubles = self.script("return __ask.troubles()", vec![]);
        assert_eq!(troubles, json!([]), "the page had troubles");
    }
}

impl Drop for Window<'_> {
    /// A failing test leaves a picture of what it saw.
    fn drop(&mut self) {
        if !thread::panicking() || !runs(self.session.app()) {
            return;
        }
        let Some(picture) = self.session.ask_briefly(|client| async move { client.screenshot().await })
        else {
            return;
        };
        let name = thread::current().name().unwrap_or("window").replace("::", "-");
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        if fs::write(&path, picture).is_ok() {
            eprintln!("the window when the test failed: {}", path.display());
        }
    }
}
