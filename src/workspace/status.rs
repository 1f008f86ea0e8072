//! How far a piece of work is.

/// How far a piece of work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not begun.
    Open,
    /// Begun.
    InProgress,
    /// Finished.
    Done,
    /// Moved on to a later cycle.
    Carried,
    /// Given up, with a reason.
    Dropped,
}

impl Status {
    /// Whether nothing is left to do.
    pub fn is_over(self) -> bool {
        matches!(self, Status::Done | Status::Carried | Status::Dropped)
    }
}

super::scalar::words!(Status {
    "open" => Status::Open,
    "in-progress" => Status::InProgress,
    "done" => Status::Done,
    "carried" => Status::Carried,
    "dropped" => Status::Dropped,
});
