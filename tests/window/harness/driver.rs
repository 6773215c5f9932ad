//! WebKitWebDriver, and a session with the program in it.

use std::{
    future::Future,
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use fantoccini::{
    Client, ClientBuilder,
    error::{CmdError, NewSessionError},
    wd::Capabilities,
};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::json;
use tokio::runtime::Runtime;

use super::{
    PATIENCE, poll,
    process::{Started, child_of},
};

/// No single request takes longer unless something hangs.
const REQUEST: Duration = Duration::from_secs(60);
/// For what is wanted only if it can be had.
const BRIEFLY: Duration = Duration::from_secs(5);

/// How the program is started.
pub struct Launch<'a> {
    pub display: &'a str,
    /// Where the system's folders for this user are: nothing is read from or left in the real ones.
    pub home: &'a Path,
    pub arguments: &'a [String],
}

/// A session with the program, and the processes behind it.
pub struct Session {
    runtime: Runtime,
    client: Client,
    app: Pid,
    _driver: Driver,
}

impl Session {
    /// Starts the driver, and the program through it.
    pub fn start(launch: &Launch) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let port = free_port();
        let driver = Driver(start_driver(launch, port));
        let listens = || TcpStream::connect(("127.0.0.1", port)).ok();
        poll(PATIENCE, listens).expect("WebKitWebDriver listens on its port");
        let opened = async { tokio::time::timeout(PATIENCE, connect(port, launch.arguments)).await };
        let client = match runtime.block_on(opened) {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => panic!("the program did not open a window: {error}"),
            Err(_) => panic!("the program opened no window within {} s", PATIENCE.as_secs()),
        };
        let app = driver.app().expect("the program runs");
        Session { runtime, client, app, _driver: driver }
    }

    /// The program's process.
    pub fn app(&self) -> Pid {
        self.app
    }

    /// Like [`Session::ask`], for when it is no matter whether there is an answer.
    pub fn ask_briefly<T, F>(&self, request: impl FnOnce(Client) -> F) -> Option<T>
    where
        F: Future<Output = Result<T, CmdError>>,
    {
        let request = request(self.client.clone());
        self.runtime.block_on(async { tokio::time::timeout(BRIEFLY, request).await }).ok()?.ok()
    }

    /// Sends a request and waits for its answer.
    #[track_caller]
    pub fn ask<T, F>(&self, request: impl FnOnce(Client) -> F) -> Result<T, CmdError>
    where
        F: Future<Output = Result<T, CmdError>>,
    {
        let request = request(self.client.clone());
        match self.runtime.block_on(async { tokio::time::timeout(REQUEST, request).await }) {
            Ok(answer) => answer,
            Err(_) => panic!("the window did not answer within {} s", REQUEST.as_secs()),
        }
    }
}

/// The driver; ends the program before it ends itself.
struct Driver(Started);

impl Driver {
    fn app(&self) -> Option<Pid> {
        child_of(self.0.pid(), "answerable")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(app) = self.app() {
            let _ = kill_process(app, Signal::KILL);
        }
    }
}

async fn connect(port: u16, arguments: &[String]) -> Result<Client, NewSessionError> {
    let mut capabilities = Capabilities::new();
    capabilities.insert(
        "webkitgtk:browserOptions".into(),
        json!({ "binary": env!("CARGO_BIN_EXE_answerable"), "args": arguments }),
    );
    capabilities.insert("timeouts".into(), json!({ "script": 30_000, "pageLoad": 30_000, "implicit": 0 }));
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
}

fn start_driver(launch: &Launch, port: u16) -> Started {
    let home = launch.home;
    Started::start(
        Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("DISPLAY", launch.display)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("ANSWERABLE_DATA_DIR")
            .env("TZ", "UTC")
            .env("LANG", "C.UTF-8")
            .env("XDG_DATA_HOME", home.join("share"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
        "webkit2gtk-driver",
    )
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("a bound port").port()
}
