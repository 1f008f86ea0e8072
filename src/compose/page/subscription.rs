//! How to have a page's dates and news come by themselves.

use super::parts::told;
use crate::compose::desk::Desk;
use crate::compose::reader::Reader;
use crate::site::{Block, Link, LinkLine, Links, Phrase, SitePath, Target};

/// The calendar and the feed of a reader. Only a site with an address can be subscribed to; its files can be taken.
pub(super) fn section(desk: &Desk<'_>, reader: Reader<'_>) -> Block {
    let (calendar, feed) = (reader.calendar(desk), reader.feed(desk));
    let lines = [
        webcal(desk, &calendar).map(|to| line(desk, "subscribe-webcal", to)),
        Some(line(desk, "subscribe-file", Target::page(&calendar))),
        Some(line(desk, "subscribe-feed", Target::page(&feed))),
    ];
    let links = Links { lines: lines.into_iter().flatten().collect() };
    told(desk, "subscribe", (desk.say("subscribe-lede"), vec![links.into()]))
}

fn line(desk: &Desk<'_>, key: &str, to: Target) -> LinkLine {
    LinkLine {
        link: Link { words: desk.say(key).into(), to },
        about: Some(desk.say(&format!("{key}-about")).into()),
        aside: Phrase::default(),
    }
}

fn webcal(desk: &Desk<'_>, calendar: &SitePath) -> Option<Target> {
    let base = desk.workspace.config.base_url.as_deref()?;
    let (_, host) = base.split_once("://")?;
    Some(Target::Outside { url: format!("webcal://{}/{calendar}", host.trim_end_matches('/')) })
}
