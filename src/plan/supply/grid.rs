//! The requirement grid: what must arrive, week by week, for stock not to fall below its safety (domain 4.2).

/// What is known of one week, in units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// What the plan sells.
    pub demand: i128,
    /// What arrives from shipments under way.
    pub scheduled: i128,
}

/// How receipts are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lot {
    /// The stock that shall be left at the end of each week, in units.
    pub safety: i128,
    /// The least receipt, in units.
    pub least: i128,
    /// Units in a carton; receipts come in whole ones.
    pub carton: i128,
    /// For how many weeks a receipt shall last, itself among them.
    pub weeks: usize,
}

/// What must arrive in a week besides what is under way, and what is left at its end, in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// What must arrive besides.
    pub planned: i128,
    /// What is left at the end of the week.
    pub projected: i128,
}

/// The grid: where stock would end a week below its safety, a receipt that lasts for the weeks of a lot.
pub fn requirements(on_hand: i128, flows: &[Flow], lot: Lot) -> Vec<Requirement> {
    let mut stock = on_hand;
    let row = |(number, flow): (usize, &Flow)| {
        stock += flow.scheduled - flow.demand;
        let planned =
            if stock < lot.safety { lot.of(stock, flows.get(number + 1..).unwrap_or(&[])) } else { 0 };
        stock += planned;
        Requirement { planned, projected: stock }
    };
    flows.iter().enumerate().map(row).collect()
}

impl Lot {
    /// The receipt of a week that would end with `stock`, in whole cartons.
    fn of(self, stock: i128, later: &[Flow]) -> i128 {
        let mut stock = stock;
        let mut missing = self.safety - stock;
        for flow in later.iter().take(self.weeks.saturating_sub(1)) {
            stock += flow.scheduled - flow.demand;
            missing = missing.max(self.safety - stock);
        }
        whole(missing.max(self.least), self.carton)
    }
}

/// Units in whole cartons, rounded up.
pub(super) fn whole(units: i128, carton: i128) -> i128 {
    let carton = carton.max(1);
    (units + carton - 1).div_euclid(carton) * carton
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn flow((demand, scheduled): (i128, i128)) -> Flow {
        Flow { demand, scheduled }
    }

    #[test]
    fn a_receipt_lasts_for_the_weeks_of_its_lot() {
        let flows = [10, 20, 30, 40, 50].map(|demand| flow((demand, 0)));
        let lot = Lot { safety: 5, least: 0, carton: 4, weeks: 3 };
        let planned: Vec<i128> = requirements(12, &flows, lot).iter().map(|row| row.planned).collect();
        // 2 left after the first week: 5 + 20 + 30 - 2 = 53, in cartons 56; then 6 left and 90 to come.
        assert_eq!(planned, [56, 0, 0, 88, 0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn units_are_conserved_and_stock_is_safe(
            on_hand in -50..2000_i128,
            flows in prop::collection::vec((0..500_i128, 0..200_i128), 0..60),
            (safety, least, carton, weeks) in (0..400_i128, 0..700_i128, 1..50_i128, 1..8_usize),
        ) {
            let flows: Vec<Flow> = flows.into_iter().map(flow).collect();
            let rows = requirements(on_hand, &flows, Lot { safety, least, carton, weeks });
            let sum = |part: fn(&Flow) -> i128| flows.iter().map(part).sum::<i128>();
            let planned: i128 = rows.iter().map(|row| row.planned).sum();
            let end = rows.last().map_or(on_hand, |row| row.projected);
            prop_assert_eq!(on_hand + sum(|flow| flow.scheduled) + planned - sum(|flow| flow.demand), end);
            for row in &rows {
                prop_assert!(row.projected >= safety && row.planned % carton == 0);
                prop_assert!(row.planned == 0 || row.planned >= least);
            }
        }
    }
}
