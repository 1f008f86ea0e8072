//! The codes of findings: stable names that scripts, baselines and readers refer to.

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Should be looked at; the site is built.
    Warning,
    /// Must be mended; nothing is published.
    Error,
}

impl Severity {
    /// The word used in every language and format: `error`, `warning` or `info`.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Its stable name, such as `Y003`; also the key of its message.
    pub name: &'static str,
    /// How bad it is unless the workspace says otherwise.
    pub severity: Severity,
}

macro_rules! table {
    ($($ident:ident $name:literal $severity:ident, $doc:literal;)*) => {
        pub(super) mod codes {
            use super::{Code, Severity};
            $(#[doc = $doc] pub const $ident: &Code = &Code { name: $name, severity: Severity::$severity };)*
        }
        /// Every code there is.
        pub const CODES: &[&Code] = &[$(codes::$ident),*];
    };
}

table! {
    // Y: the YAML itself
    SYNTAX "Y001" Error, "The file is not YAML.";
    DUPLICATE_KEY "Y002" Error, "A key stands twice in one map.";
    UNKNOWN_KEY "Y003" Error, "A key that no document of this kind has.";
    MISSING_KEY "Y004" Error, "A key that must be there is not.";
    WRONG_TYPE "Y005" Error, "A value of another shape than expected.";
    NUMBER_AS_ID "Y006" Error, "An id that YAML reads as a number or a truth value.";
    BAD_DATE "Y007" Error, "A date that does not exist.";
    BAD_VALUE "Y008" Error, "A value that is not of the form expected.";
    UNKNOWN_WORD "Y009" Error, "A word that is none of those allowed.";
    BAD_ORDER "Y010" Error, "A span whose end lies before its beginning.";
    UNKNOWN_FILE "Y011" Warning, "A YAML file in a place where none is read.";
    CUT_TEXT "Y012" Warning, "A text that a comma cuts in two.";
    HIDDEN_CHARACTER "Y013" Warning, "A control character, or one that turns the direction of text.";
    // X: references between documents
    UNKNOWN_NAME "X001" Error, "A reference to a thing that does not exist.";
    DUPLICATE_ID "X002" Error, "Two things of one kind with the same id.";
    MISSING_DOCUMENT "X003" Info, "A document that would make more pages possible.";
    CIRCLE "X004" Error, "Things that refer to each other in a circle.";
    NO_WORKSPACE "X005" Error, "A folder without opsreport.yaml.";
    UNREADABLE "X006" Error, "A file that cannot be read.";
    TEXTS_ONLY "X009" Info, "A folder of pages without opsreport.yaml.";
    NOT_YET "X008" Info, "A setting that is read and has no effect yet.";
    STALE_KNOWN "X010" Warning, "A known finding that is found no more.";
    MISSING_BASELINE "X011" Warning, "A baseline that is not there.";
    NOT_FOLLOWED "X012" Warning, "A link, a pipe or a device in the workspace, or a name that is not UTF-8.";
    SAME_PATH "X007" Error, "Two pages that would be published at the same path.";
    // G: goals and their split
    ZERO_WEIGHTS "G007" Error, "Weights that are all nought.";
    GROWTH_MISMATCH "G004" Error, "Target, prior and growth disagree.";
    PARTS_MISMATCH "G002" Error, "Children that do not sum to their parent.";
    NO_OWNER "G001" Error, "A goal that nobody answers for.";
    UNKNOWN_FIGURE "G003" Warning, "A goal for a figure that does not exist.";
    GROWTH_WORD "G101" Error, "Growth that can mean two things.";
    NOT_SOLD_THERE "G102" Warning, "A weight of a marketplace where the product is not sold.";
    NOT_FOR_SALE "G103" Warning, "A weight of a product that is not on sale.";
    CLOSED_MONTHS "G104" Warning, "Weights of months in which the product is not sold.";
    NOTHING_LEFT "G105" Error, "A product with a part of a year in which it is not sold.";
    OUTSIDE_YEARS "G106" Warning, "An event in a year that is not planned.";
    OUTSIDE_EVENT "G107" Warning, "A peak outside the days of its event.";
    LATE_DEADLINE "G108" Warning, "A deadline after its event.";
    NO_SALES_THERE "G109" Warning, "An event in a marketplace where nothing is sold.";
    LIFT_UNUSED "G111" Info, "An event's lift that no split uses.";
    BAD_UNIT "G110" Error, "A rounding unit that parts of the goal cannot be counted in.";
    NO_INPUT "G005" Warning, "A goal of an output with nothing under it that people can turn.";
    // P: plan items
    PLAN_INCOMPLETE "P001" Warning, "A plan item without owner, figure, target or day.";
    PLAN_UNREASONED "P002" Warning, "A plan item that does not say why it should work, or what that is worth.";
    PLAN_GOAL "P003" Error, "A plan item of a goal that does not exist.";
    NO_BASELINE "P004" Warning, "A plan item that does not say where its figure stands.";
    TOO_MANY_PRIORITIES "P005" Warning, "A person with too many plan items in one cycle.";
    // V: versions of the plan
    PLAN_CHANGED "V001" Warning, "The plan in force differs from its latest version.";
    VERSION_ORDER "V002" Error, "A version that does not say which version of its year it replaces.";
    VERSION_REASON "V003" Error, "A re-plan without a reason.";
    VERSION_FIRST "V004" Error, "The first version of a year that says it replaces another.";
    VERSION_GOAL "V005" Error, "A goal of another year in a version of the plan.";
    FROM_HISTORY "V006" Warning, "Months that are proposed from results and not written down.";
    NO_HISTORY "V007" Error, "Months that are to be proposed from results that have no complete year.";
    OPEN_GAP "V008" Warning, "An expectation that the plan does not meet, and whose gap nobody took on.";
    UNPLANNED_FORECAST "V009" Warning, "An expectation of what nothing is planned for.";
    NO_FORECAST_RATE "V010" Warning, "An expectation in a currency without a planned rate.";
    FROZEN_HISTORY "V011" Error, "Months that are left to results in a frozen version.";
    // H: cash
    CASH_LIMIT "H001" Warning, "A year that needs more cash than its limit.";
    CASH_EMPTY "H002" Warning, "A balance that falls below nought.";
    NO_PAYOUT "H003" Warning, "A marketplace without a whole payout rule.";
    NO_TERMS "H004" Warning, "A supplier without payment terms.";
    OLD_OPENING "H005" Warning, "An opening balance older than ninety days.";
    NO_OPENING "H006" Info, "No opening balance.";
    NO_UNIT_COST "H007" Warning, "A product sold or ordered whose unit economics are not known.";
    NO_CASH_RATE "H008" Warning, "Cash in a currency without a rate.";
    // D: what is done
    WORK_UNPLANNED "D001" Info, "Work that serves no plan item.";
    WORK_SILENT "D002" Warning, "Work that goes on without a line in its log.";
    COMMITMENT_LATE "D003" Error, "A commitment whose day has passed.";
    COMMITMENT_OPEN "D004" Warning, "A commitment that was not agreed when the running cycle began.";
    COMMITMENT_TO_NOBODY "D005" Warning, "A commitment without a department that receives it.";
    COMMITMENT_STRANGER "D006" Warning, "An offer or answer of somebody of neither department.";
    COMMITMENT_OTHER_DAY "D007" Warning, "A commitment whose day is not the one agreed.";
    COMMITMENT_UNDATED "D008" Warning, "A commitment that is done without the day.";
    COMMITMENT_UNPROVEN "D009" Info, "A commitment that is done without evidence.";
    COMMITMENT_TOO_LATE "D010" Warning, "A commitment due after the event that it serves has begun.";
    // C: checks and causes
    GAP_UNCHECKED "C001" Warning, "A plan item whose gap matters and that nobody checked.";
    CHECK_MISMATCH "C002" Warning, "A check of something other than what was planned.";
    GAP_UNEXPLAINED "C003" Error, "An unfavourable gap that matters and has no cause.";
    CAUSE_THIN "C004" Warning, "A cause with too few whys or without evidence.";
    CAUSES_BEYOND_REACH "C005" Warning, "A gap all of whose causes are beyond control.";
    LUCK_UNEXPLAINED "C006" Warning, "A favourable gap that matters and has no cause.";
    CAUSES_OFF "C007" Warning, "Causes that explain far less or far more than the gap.";
    TYPED_DIFFERS "C008" Warning, "A typed figure that differs from the data.";
    NOISE_EXPLAINED "C009" Info, "A cause for what is on plan and within the usual.";
    // A: acts
    CAUSE_WITHOUT_ACT "A001" Error, "A cause that nobody does anything about.";
    NO_PERSON "A002" Error, "An act that no person answers for.";
    ACT_UNDATED "A003" Error, "An act without a day.";
    ACT_FAR "A004" Warning, "An act that is due after the next cycle has ended.";
    ACT_VAGUE "A005" Warning, "An act that says nothing one could see done.";
    NO_EFFECT_CHECK "A006" Warning, "An act of which nobody will see whether it worked.";
    ACT_LATE "A007" Warning, "An act whose day has passed.";
    NO_RESULT "A008" Warning, "An effect check whose day has passed without a result.";
    ACT_UNDECIDED "A009" Warning, "An act of a closing cycle of which nothing becomes.";
    ACT_NEVER_DONE "A010" Warning, "An act that is carried from cycle to cycle.";
    CARRIED_NOWHERE "A011" Error, "An act carried to a plan item that does not exist.";
    FROM_NOWHERE "A012" Error, "A plan item that carries on an act that does not exist.";
    NO_STANDARD "A013" Error, "An act that became a standard that is not in the register.";
    ROLLOUT_LATE "A014" Warning, "A roll-out of a standard whose day has passed.";
    CAUSE_IS_BACK "A015" Warning, "A cause that comes back after an act on it was seen to work.";
    NOT_REOPENED "A016" Warning, "An act that did not work, and nothing follows.";
    ACT_DONE_LATE "A017" Info, "An act that was done after its day.";
    TOO_MANY_ACTS "A018" Warning, "A cause with too many acts.";
    // S: the state of cycles
    CLOSED_OPEN "S001" Error, "A closed cycle with things left open.";
    PREVIOUS_OPEN "S002" Warning, "A cycle begun while the one before has things left behind.";
    ARCHIVED_CHANGED "S003" Warning, "A closed cycle that was changed after it was archived.";
    ARCHIVE_DAMAGED "S004" Error, "An archive that is not what its manifest says.";
    ARCHIVE_TWICE "S005" Error, "Two archives of one name that are not the same.";
    // F: what customers and the market say
    FEEDBACK_UNHEARD "F001" Warning, "Feedback that nobody took up within five working days.";
    FEEDBACK_UNDECIDED "F002" Warning, "Feedback that was taken up, became nothing, and was not declined.";
    COUNT_WITHOUT_BASE "F003" Warning, "Feedback that says how many said so, and not of how many.";
    FEEDBACK_UNTOLD "F004" Info, "Feedback whose outcome is there, and nobody told those who gave it.";
    FEEDBACK_UNREASONED "F005" Warning, "Feedback that was declined without a reason.";
    COUNT_ABOVE_BASE "F006" Warning, "Feedback that more said than there are.";
    // B: market briefings
    BRIEFING_POINTLESS "B001" Warning, "An item of a briefing that does not say what it means for us or who acts.";
    FORECAST_VAGUE "B002" Warning, "A forecast of a briefing without an interval, its level, or its point inside.";
    CALL_UNSCORABLE "B003" Warning, "A call without a probability or the day on which it is resolved.";
    EVIDENCE_UNFOUNDED "B004" Warning, "Evidence without source or day, or old when its briefing was issued.";
    LIKELIHOOD_WORD "B005" Warning, "A word of likelihood that is not the probability, or mixed with confidence.";
    CALL_UNRESOLVED "B006" Warning, "A call whose day has passed without its outcome.";
    BRIEFING_UNANSWERED "B007" Warning, "What a briefing asks, neither committed to nor declined in time.";
    // K: what people can do, and with which tools
    OLD_ASSESSMENT "K001" Warning, "An assessment of skills older than 180 days.";
    SKILL_MISSING "K002" Warning, "Work that takes a skill which nobody has.";
    ALONE_AND_AWAY "K003" Warning, "The only one with a needed skill is away, and nobody stands in.";
    NEVER_ASSESSED "K004" Info, "Skills without the day on which they were assessed.";
    SKILL_AWAY "K005" Warning, "Work that takes a skill of people who are away when it is due.";
    TOOL_NOT_USED "K101" Warning, "A tool that feeds figures and was not used for sixty days.";
    STAGE_WITHOUT_TOOL "K102" Warning, "A stage of the work in which no tool is used.";
    TOOL_FEEDS_NOTHING "K103" Warning, "A tool that is used and feeds no figure.";
    TOOL_WITHOUT_DAY "K104" Info, "A tool that is used without the day of its last use.";
    // U: supply
    PAST_DUE "U001" Warning, "Orders whose last day has passed.";
    NO_ROUTE "U002" Warning, "A product that has no route to a marketplace.";
    NO_STOCK "U003" Info, "A product whose stock in a marketplace nobody knows.";
    STALE_STOCK "U004" Warning, "A count of stock that is too old to order by.";
    IDLE_CLOSURE "U005" Info, "A closure that closes no leg of any route.";
    LONG_ORDER "U006" Warning, "A least order that lasts for many weeks.";
    NO_CARTON "U007" Info, "A product without a carton: its orders are not rounded to whole ones.";
    LEG_WITHOUT_DAYS "U008" Warning, "A leg that takes no days.";
    SHIPMENT_LATE "U009" Warning, "A shipment that should have arrived and was not received.";
    STRAY_STOCK "U010" Warning, "Stock of a SKU in a marketplace where it is not sold.";
    NO_SAFETY "U011" Info, "A product without a safety stock.";
    MUST_NOT_SLIP "U012" Info, "An order that comes much later when it is placed a day later.";
    NO_DEMAND "U013" Warning, "A product whose units are not planned for the days that an order of today would serve.";
    STOCK_TO_COME "U014" Warning, "A count of stock on a day that has not come.";
    // N: numbers in sentences
    NUMBER_NOT_FOUND "N007" Warning, "A typed number that no figure of its period is.";
    // R: rates
    STALE_RATE "R001" Warning, "A rate in force that nobody looked up for 90 days.";
    SAME_RATE "R002" Error, "Two rates of the same name, keys and first day.";
    ENDED_RATE "R003" Warning, "A rate that ended with no row after it.";
    // E: unit economics
    PROFIT_SHORT "E101" Warning, "A plan whose products do not earn its profit goal.";
    LOSS "E102" Warning, "A product that loses money with every unit.";
    MISSING_INPUTS "E103" Warning, "A product with a price, but not all inputs of its unit economics.";
    // I: results
    NO_KIND "I101" Error, "A results file of no kind that is known.";
    NO_PERIOD "I102" Error, "A report that holds no period, and whose path names none.";
    BAD_CELL "I103" Error, "A cell that is not what its column holds.";
    UNKNOWN_MARKETPLACE "I104" Error, "A row of a marketplace that is not in the catalogue.";
    UNKNOWN_SKU "I105" Warning, "Rows of a SKU or ASIN that no product has.";
    OVERLAP "I106" Error, "The same figure given twice for the same days.";
    BAD_TABLE "I107" Error, "A file that cannot be read as a table.";
    UNKNOWN_COLUMN "I108" Info, "Columns that nothing reads.";
    NO_RESULTS "I109" Warning, "A source that matches no file.";
    NO_RATE "I110" Error, "An amount in a currency without a rate.";
    UNKNOWN_MEASURE "I111" Error, "A measure that names a column no file of its kind has.";
    REPEATED_ROWS "I112" Warning, "Rows of one file with the same day, marketplace and SKU.";
    BAD_ROW "I113" Error, "A row with another number of cells than the header.";
    MORE_REFUSED "I114" Error, "Further rows of a file that were refused.";
    NO_ROWS "I115" Warning, "A results file with a header and no rows.";
    TWO_KINDS "I117" Error, "A results file that fits two kinds equally.";
    UNKNOWN_KIND "I116" Error, "A source of a kind that does not exist.";
    LOST_CHARACTERS "I118" Warning, "Characters that were lost before the file was saved.";
    OTHER_WORDS "I119" Info, "Values of an enumeration that no rule of the kind knows.";
    CHECK_FAILED "I120" Warning, "A file whose own figures do not agree.";
    OTHER_CURRENCY "I131" Error, "Money in another currency than its marketplace has.";
    OTHER_REPORT "I132" Info, "A measure that a better kind of report gives.";
    REPLACED "I133" Info, "Figures that a newer file of the same kind replaces.";
    OTHER_WINDOW "I134" Warning, "A measure counted over another window of attribution.";
    TOO_LARGE "I135" Error, "Figures whose sum is too large.";
    // M: Markdown and its data blocks
    BAD_BLOCK "M001" Error, "A data block that cannot be read.";
    UNKNOWN_METRIC "M002" Error, "A data block that names a metric that does not exist.";
    BROKEN_LINK "M003" Error, "A link inside the site that leads nowhere.";
    UNSAFE_LINK "M004" Warning, "A link that is not followed because of its scheme.";
    RAW_HTML "M005" Warning, "HTML in Markdown, which is shown as text.";
    NO_FRONT_MATTER "M006" Error, "A page whose front matter has no end.";
    GRAIN "M007" Error, "A metric asked at a grain that its measures lack.";
    // O: forecasts that were issued
    ISSUED_FILE "O001" Warning, "A file of the log of forecasts that is not named by its day.";
    ISSUED_BAND "O002" Error, "A forecast that lies outside its own band.";
    ISSUED_LATE "O003" Error, "A forecast of days that were over.";
    ISSUED_TWICE "O004" Error, "Two forecasts of one author and day for the same days.";
    ISSUED_UNIT "O005" Error, "A forecast in another unit than its figure's.";
    ISSUED_HEADER "O006" Error, "A header that is not that of the log of forecasts.";
    // T: templates
    TEMPLATE "T001" Error, "A template that cannot be rendered.";
    MESSAGES "T002" Error, "A message file that cannot be read.";
    STRANGE_MESSAGE "T003" Error, "A message that asks for what it is not given.";
}
