//! Closing a window as a window manager does when its button is clicked.

use rustix::process::Pid;
use x11rb::{
    connection::Connection,
    errors::ReplyOrIdError,
    protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState},
    rust_connection::RustConnection,
};

/// Asks the windows of a process that are in sight to close. Says how many there were.
pub fn ask_to_close(display: &str, pid: Pid) -> Result<usize, Box<dyn std::error::Error>> {
    let (connection, screen) = RustConnection::connect(Some(display))?;
    let root = connection.setup().roots[screen].root;
    let atom = |name: &str| -> Result<u32, ReplyOrIdError> {
        Ok(connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
    };
    let (protocols, delete, owner) = (atom("WM_PROTOCOLS")?, atom("WM_DELETE_WINDOW")?, atom("_NET_WM_PID")?);
    let mut asked = 0;
    for window in connection.query_tree(root)?.reply()?.children {
        let property = |name: u32, kind: AtomEnum| connection.get_property(false, window, name, kind, 0, 64);
        let own = property(owner, AtomEnum::CARDINAL)?.reply()?.value32().and_then(|mut all| all.next());
        let listens = property(protocols, AtomEnum::ATOM)?
            .reply()?
            .value32()
            .is_some_and(|mut all| all.any(|one| one == delete));
        let in_sight = connection.get_window_attributes(window)?.reply()?.map_state == MapState::VIEWABLE;
        if in_sight && own == u32::try_from(pid.as_raw_nonzero().get()).ok() && listens {
            let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
            connection.send_event(false, window, EventMask::NO_EVENT, message)?;
            asked += 1;
        }
    }
    connection.flush()?;
    Ok(asked)
}
