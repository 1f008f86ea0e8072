//! The causes of what was checked: why, on which evidence, what each is worth, what answers it.

use super::mention::{joined, labelled, listed, mention, named};
use super::words::signed;
use crate::compose::agenda::anchor;
use crate::compose::desk::Desk;
use crate::review::Thread;
use crate::site::{Cell, ColumnKind, Disclosure, Phrase, Rich, Row, Table};
use crate::workspace::{Act, Cause};

const HEADS: [(&str, ColumnKind); 5] = [
    ("head-cause", ColumnKind::Text),
    ("cause-evidence", ColumnKind::Text),
    ("cause-worth", ColumnKind::Number),
    ("cause-control", ColumnKind::Text),
    ("head-act", ColumnKind::Text),
];

/// All causes behind one line: the checks name them already; nothing when there is none.
pub(super) fn behind(desk: &Desk<'_>, threads: &[&Thread<'_>]) -> Option<Disclosure> {
    let causes = || threads.iter().flat_map(|thread| &thread.causes);
    let count = causes().count();
    let summary: Phrase = desk.fill("causes-behind", &[("count", count.into())]).into();
    let table = || Table {
        caption: summary.clone(),
        caption_hidden: true,
        columns: desk.columns(&HEADS),
        rows: causes().map(|cause| row(desk, cause)).collect(),
        note: None,
    };
    (count > 0).then(|| Disclosure { summary: summary.clone(), open: false, blocks: vec![table().into()] })
}

fn row(desk: &Desk<'_>, (cause, acts): &(&Cause, Vec<&Act>)) -> Row {
    let control = cause.controllable.map(|yes| if yes { "cause-controllable" } else { "cause-outside" });
    let cells = vec![
        Cell {
            lines: asked(desk, cause).into_iter().collect(),
            ..Cell::new(named(desk, cause.text.as_ref(), cause.id.as_str()))
        },
        Cell {
            lines: vec![listed(desk, cause.evidence.iter().map(|id| mention(desk, id)))],
            ..Cell::default()
        },
        Cell::new(worth(desk, cause)),
        Cell::new(control.map(|key| desk.say(key)).unwrap_or_default()),
        Cell { lines: acts.iter().map(|act| mention(desk, act.id.as_str())).collect(), ..Cell::default() },
    ];
    Row { id: anchor(cause.id.as_str()), cells, total: false }
}

/// What a cause is worth as it was typed: "−1,750 美元"; empty when nobody said.
pub(crate) fn worth(desk: &Desk<'_>, cause: &Cause) -> String {
    cause.effect.as_ref().map(|effect| signed(desk, None, &effect.value)).unwrap_or_default()
}

/// "為什麼：手機 App 占六成以上 → 手機只看前 3 張 → 圖序沿用 2024 年".
pub(crate) fn asked(desk: &Desk<'_>, cause: &Cause) -> Option<Rich> {
    let whys = joined(cause.whys.iter().map(|text| Rich::from(desk.phrase(text))), " → ");
    Some(labelled(desk, "cause-why", whys)).filter(|words| !words.0.is_empty())
}
