//! The thread that owns the open answers. Commands hand it closures and wait for the result, so no lock is ever
//! held across an await, and the window's thread never touches the disk.

use std::{
    path::PathBuf,
    sync::{Arc, mpsc},
    thread,
};

use app::{App, clock::Clock, view::Start};
use tauri::async_runtime::channel;

use crate::error::CommandError;

type Work = Box<dyn FnOnce(&mut Seat) + Send>;

/// A handle to the owning thread; ends it when dropped.
pub struct Desk {
    work: mpsc::Sender<Work>,
}

/// What the owning thread holds: where the answers are, and the answers once they are open.
pub struct Seat {
    dir: PathBuf,
    clock: Arc<dyn Clock>,
    app: Result<App, app::Trouble>,
}

impl Seat {
    /// How things stand, for the window.
    pub fn start(&mut self) -> Result<Start, CommandError> {
        match &mut self.app {
            Ok(app) => Ok(Start::Ready { ready: Box::new(app.ready()?) }),
            Err(trouble) => Ok(Start::Trouble { trouble: trouble.view(&self.dir) }),
        }
    }

    /// Opens the answers again, in one of the ways there are. Answers that are open stay open, unless a backup is to
    /// take their place; if it cannot, they are opened again as they were.
    pub fn reopen(&mut self, how: app::Open) -> Result<Start, CommandError> {
        let restoring = matches!(how, app::Open::Restoring(_));
        if self.app.is_ok() && !restoring {
            return self.start();
        }
        let was_open = self.app.is_ok();
        // Closes them first: they hold the folder's lock.
        self.app = Err(app::Trouble::NoSuchBackup);
        self.app = App::open(&self.dir, Arc::clone(&self.clock), how);
        if let (true, Err(trouble)) = (was_open, &self.app) {
            let detail = trouble.to_string();
            self.app = App::open(&self.dir, Arc::clone(&self.clock), app::Open::AsItIs);
            return Err(CommandError::NotRestored { detail });
        }
        self.start()
    }
}

impl Desk {
    /// Starts the thread and opens the answers on it.
    pub fn open(dir: PathBuf, clock: Arc<dyn Clock>) -> Self {
        let (work, incoming) = mpsc::channel::<Work>();
        thread::spawn(move || {
            let app = App::open(&dir, Arc::clone(&clock), app::Open::AsItIs);
            let mut seat = Seat { dir, clock, app };
            while let Ok(job) = incoming.recv() {
                job(&mut seat);
            }
        });
        Desk { work }
    }

    /// Runs a job on the thread, whether or not the answers are open.
    ///
    /// # Errors
    /// The job's own, or [`CommandError::Ended`] when the thread is gone.
    pub async fn seat<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Seat) -> Result<T, CommandError> + Send + 'static,
    ) -> Result<T, CommandError> {
        let (done, mut result) = channel(1);
        let work: Work = Box::new(move |seat| {
            // The window may be gone by now; then nobody waits for the result.
            let _ = done.try_send(job(seat));
        });
        self.work.send(work).map_err(|_| CommandError::Ended)?;
        result.recv().await.ok_or(CommandError::Ended)?
    }

    /// Runs a use case on the open answers.
    ///
    /// # Errors
    /// The use case's own, or [`CommandError::NotOpen`].
    pub async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut App) -> Result<T, app::AppError> + Send + 'static,
    ) -> Result<T, CommandError> {
        self.seat(|seat| match &mut seat.app {
            Ok(app) => job(app).map_err(CommandError::App),
            Err(_) => Err(CommandError::NotOpen),
        })
        .await
    }
}
