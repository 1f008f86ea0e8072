//! What a mark is made of. Plotters knows colours only, so each ink is a reserved colour, and each reserved
//! colour becomes a class of the style sheet.

use plotters::style::RGBColor;

use super::kinds::Fill;
use super::spec::{Impact, Scenario};

macro_rules! inks {
    ($($ink:ident $class:literal,)*) => {
        /// A class of the style sheet.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Ink { $($ink,)* }

        const ALL: &[(Ink, &str)] = &[$((Ink::$ink, $class),)*];
    };
}

inks! {
    Actual "ac", Plan "pl", Previous "py", Forecast "fc", Partial "part",
    Good "good", Bad "bad", Neutral "ac", GoodHatched "good fc", BadHatched "bad fc", NeutralHatched "fc",
    Axis "axis", AxisPlan "axis-pl", AxisPrevious "axis-py", Grid "grid", Connector "conn", Cut "cut",
    Shut "shut", Band "band", Range "range", RangeWide "range-2", Track "track", Needle "needle",
    LineActual "l-ac", LinePlan "l-pl", LinePrevious "l-py", LineForecast "l-fc", LineIssued "l-old", Dot "dot",
    PinGood "pin good", PinBad "pin bad", PinNeutral "pin",
    Name "name", Number "num", NumberGood "num good", NumberBad "num bad", Label "lab", Note "note", Tier "tier", Head "head",
    HeatB3 "h-b3", HeatB2 "h-b2", HeatB1 "h-b1", Heat0 "h-0", HeatG1 "h-g1", HeatG2 "h-g2", HeatG3 "h-g3",
}

impl Ink {
    /// The reserved colour that carries this ink through plotters.
    pub(super) fn colour(self) -> RGBColor {
        RGBColor(0, 0, self as u8)
    }

    /// The classes of a reserved colour.
    pub(super) fn class_of(colour: (u8, u8, u8)) -> &'static str {
        ALL.get(usize::from(colour.2)).map_or("", |(_, class)| class)
    }

    /// The pattern that fills a hatched ink. It is an attribute, because a style sheet in a file of its own
    /// is not everywhere allowed to point into the page.
    pub(super) fn pattern_of(colour: (u8, u8, u8)) -> Option<&'static str> {
        match ALL.get(usize::from(colour.2))?.0 {
            Self::Forecast | Self::NeutralHatched => Some("hatch"),
            Self::Partial => Some("hatch-part"),
            Self::GoodHatched => Some("hatch-good"),
            Self::BadHatched => Some("hatch-bad"),
            Self::Shut => Some("hatch-shut"),
            _ => None,
        }
    }

    /// Whether texts in this ink are bold, hence wider.
    pub(super) fn is_bold(self) -> bool {
        matches!(self, Self::Tier | Self::Head)
    }

    /// The ink of a bar in front.
    pub(super) fn bar(fill: Fill) -> Self {
        match fill {
            Fill::Actual => Self::Actual,
            Fill::Partial => Self::Partial,
            Fill::Forecast => Self::Forecast,
        }
    }

    /// The ink of a total.
    pub(super) fn total(scenario: Scenario) -> Self {
        match scenario {
            Scenario::Actual => Self::Actual,
            Scenario::Partial => Self::Partial,
            Scenario::Plan => Self::Plan,
            Scenario::Forecast | Scenario::Interval => Self::Forecast,
            Scenario::Previous => Self::Previous,
        }
    }

    /// The ink of a line.
    pub(super) fn line(scenario: Scenario) -> Self {
        match scenario {
            Scenario::Actual | Scenario::Partial => Self::LineActual,
            Scenario::Plan => Self::LinePlan,
            Scenario::Forecast | Scenario::Interval => Self::LineForecast,
            Scenario::Previous => Self::LinePrevious,
        }
    }

    /// The ink of a variance bar: hatched if it compares an expectation.
    pub(super) fn variance(impact: Impact, fill: Fill) -> Self {
        match (impact, fill) {
            (Impact::Good, Fill::Actual) => Self::Good,
            (Impact::Bad, Fill::Actual) => Self::Bad,
            (Impact::Neutral, Fill::Actual) => Self::Neutral,
            (Impact::Good, _) => Self::GoodHatched,
            (Impact::Bad, _) => Self::BadHatched,
            (Impact::Neutral, _) => Self::NeutralHatched,
        }
    }

    /// The ink of the stem of a pin.
    pub(super) fn pin(impact: Impact) -> Self {
        match impact {
            Impact::Good => Self::PinGood,
            Impact::Bad => Self::PinBad,
            Impact::Neutral => Self::PinNeutral,
        }
    }

    /// The ink of a variance's text.
    pub(super) fn number(impact: Impact) -> Self {
        match impact {
            Impact::Good => Self::NumberGood,
            Impact::Bad => Self::NumberBad,
            Impact::Neutral => Self::Number,
        }
    }

    /// The tint of a cell: `step` from -3 (bad) to 3 (good).
    pub(super) fn heat(step: i8) -> Self {
        match step {
            ..=-3 => Self::HeatB3,
            -2 => Self::HeatB2,
            -1 => Self::HeatB1,
            0 => Self::Heat0,
            1 => Self::HeatG1,
            2 => Self::HeatG2,
            3.. => Self::HeatG3,
        }
    }
}
