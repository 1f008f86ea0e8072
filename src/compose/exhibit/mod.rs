//! Exhibits: charts and tables made from questions to the check. Pages put them together.

mod aligned;
mod bars;
mod batch;
mod bridge;
mod cash;
mod columns;
mod courses;
mod cut;
mod divided;
mod events;
mod fan;
mod figures_table;
mod funnel;
mod heat;
mod key_figure;
mod lines;
mod matrix;
mod multiples;
mod pace;
mod pace_table;
mod pareto;
mod plan_signal;
mod planned;
mod portfolio;
mod price_volume_mix;
mod rates;
mod statement;
mod tree;
mod trends;
mod variance_table;

pub(crate) use aligned::{aligned, aligned_periods};
pub(crate) use bars::ranked;
pub(crate) use batch::{cash_curve, stages};
pub(crate) use bridge::{
    Shown as ShownBridge, Spanned, against, bridge, message, spanned, style as bridge_style,
};
pub(crate) use cash::{balance, cash_style, kind_name, payouts_first, sources};
pub(crate) use columns::{columns, largest, months_of, with_unit};
pub(crate) use courses::courses;
pub(crate) use cut::{cut, cut_sentence};
pub(crate) use divided::divided;
pub(crate) use events::events;
pub(crate) use fan::fan;
pub(crate) use funnel::{funnel, usual_funnel};
pub(crate) use heat::heat;
pub(crate) use key_figure::{key_figures, missing};
pub(crate) use lines::lines;
pub(crate) use matrix::matrix;
pub(crate) use multiples::multiples;
pub(crate) use pace::{daily_pace, pace};
pub(crate) use pace_table::pace_table;
pub(crate) use pareto::pareto;
pub(crate) use plan_signal::plan_signal;
pub(crate) use planned::{Slice, planned};
pub(crate) use portfolio::portfolio;
pub(crate) use price_volume_mix::price_volume_mix;
pub(crate) use rates::{checked, rate_table, rates};
pub(crate) use statement::statement;
pub(crate) use tree::tree;
pub(crate) use trends::{leading, picture_id, trends};
pub(crate) use variance_table::{Line, variance_table};

use super::desk::Desk;
use crate::chart;
use crate::metric::{Impact, Variance};

/// How many parts a picture shows: the largest. The figures behind it have them all.
pub(crate) const SHOWN: usize = 20;

/// That a picture shows the largest parts alone; nothing when it shows them all.
fn left_out(desk: &Desk<'_>, count: usize) -> Option<String> {
    let args = [("shown", SHOWN.into()), ("count", count.into())];
    (count > SHOWN).then(|| desk.fill("shown-largest", &args))
}

/// The chart's word for what a difference means.
pub(crate) fn impact(impact: Impact) -> chart::Impact {
    match impact {
        Impact::Favourable => chart::Impact::Good,
        Impact::Unfavourable => chart::Impact::Bad,
        Impact::Neutral => chart::Impact::Neutral,
    }
}

/// The impact of a variance as charts and tables name it.
pub(crate) fn impact_of(variance: &Variance) -> chart::Impact {
    impact(variance.impact)
}
