//! Where a finding is.

use std::sync::Arc;

/// A range of text in a file of the workspace. Lines and columns count from 1; columns count characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the workspace, with `/`.
    pub file: Arc<str>,
    /// The first line; 0 speaks of the file as a whole.
    pub line: u32,
    /// The first column.
    pub column: u32,
    /// The last line.
    pub end_line: u32,
    /// The column just after the last character.
    pub end_column: u32,
}

impl Place {
    /// The file as a whole.
    pub fn file(file: &Arc<str>) -> Self {
        Place { file: Arc::clone(file), line: 0, column: 0, end_line: 0, end_column: 0 }
    }

    /// A point in a file.
    pub fn point(file: &Arc<str>, line: u32, column: u32) -> Self {
        Place { file: Arc::clone(file), line, column, end_line: line, end_column: column + 1 }
    }

    /// A range within one line.
    pub fn range(file: &Arc<str>, line: u32, columns: std::ops::Range<u32>) -> Self {
        Place { file: Arc::clone(file), line, column: columns.start, end_line: line, end_column: columns.end }
    }
}

/// `content/company.yaml:31:18`, or the file alone.
impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.line == 0 {
            return f.write_str(&self.file);
        }
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}
