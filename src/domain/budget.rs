//! The budget of a project in exact decimals: what it cost, what was granted and requisitioned, what is left.

use super::money::Money;
use super::project::{Cost, Project};

/// The kinds of cost that a form asks for, in its order.
pub const COST_KINDS: [&str; 6] = ["staff", "operations", "premises", "administration", "evaluation", "other"];
/// The kinds of funding: the funder's, and from elsewhere.
pub const FUNDING_KINDS: [&str; 3] = [GRANTED, REQUISITIONED, "other"];
/// What the funder has granted.
pub const GRANTED: &str = "granted";
/// What of it has been asked for and paid out.
pub const REQUISITIONED: &str = "requisitioned";

/// The sums of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// All costs together.
    pub spent: Money,
    pub granted: Money,
    pub requisitioned: Money,
    /// Funds from elsewhere.
    pub other: Money,
    /// Costs of the project that are paid after its end, not among `spent`.
    pub accrued: Money,
}

impl Budget {
    pub fn of(project: &Project) -> Budget {
        let funds = |of: &dyn Fn(&str) -> bool| {
            project.funding.iter().filter(|funding| of(&funding.kind)).filter_map(|funding| funding.amount).sum()
        };
        Budget {
            spent: project.cost_total(),
            granted: funds(&|kind| kind == GRANTED),
            requisitioned: funds(&|kind| kind == REQUISITIONED),
            other: funds(&|kind| kind != GRANTED && kind != REQUISITIONED),
            accrued: project.accrued_after_end.unwrap_or_default(),
        }
    }

    /// Granted and not requisitioned; negative where more was requisitioned than granted.
    pub fn left_to_requisition(&self) -> Money {
        self.granted - self.requisitioned
    }

    /// Requisitioned and not spent. Funds from elsewhere count as spent first. Negative where more was spent than
    /// there was.
    pub fn not_spent(&self) -> Money {
        self.requisitioned + self.other - self.spent
    }

    /// What remains to be paid back when what accrues after the end has been paid.
    pub fn to_pay_back(&self) -> Money {
        self.not_spent() - self.accrued
    }

    /// Whether there is anything to say of a budget.
    pub fn is_empty(&self) -> bool {
        [self.spent, self.granted, self.requisitioned, self.other, self.accrued].iter().all(|sum| sum.is_zero())
    }
}

/// Costs that say what they are for and not how much, or the other way about.
pub fn half_filled(costs: &[Cost]) -> impl Iterator<Item = &Cost> {
    costs.iter().filter(|cost| cost.amount.is_none() && !cost.description.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::project::Funding;

    fn money(text: &str) -> Money {
        Money::parse(text).unwrap()
    }

    fn project() -> Project {
        let cost = |amount: &str| Cost { amount: Money::parse(amount), ..Cost::default() };
        let funds = |kind: &str, amount: &str| Funding {
            kind: kind.into(),
            source: String::new(),
            amount: Money::parse(amount),
        };
        Project {
            costs: ["1006698.00", "20609.00", "", "300.00"].map(cost).into(),
            funding: vec![funds("granted", "1289000"), funds("requisitioned", "1189000"), funds("other", "")],
            ..Project::default()
        }
    }

    #[test]
    fn the_sums_of_a_budget() {
        let budget = Budget::of(&project());
        assert_eq!(budget.spent, money("1027607"));
        assert_eq!(budget.left_to_requisition(), money("100000"));
        assert_eq!(budget.not_spent(), money("161393"));
        assert_eq!(budget.to_pay_back(), money("161393"));
        assert!(!budget.is_empty() && Budget::of(&Project::default()).is_empty());
    }

    #[test]
    fn what_accrues_and_what_comes_from_elsewhere() {
        let mut project = project();
        project.accrued_after_end = Some(money("61393.50"));
        project.funding[2].amount = Some(money("0.25"));
        let budget = Budget::of(&project);
        assert_eq!(budget.not_spent(), money("161393.25"));
        assert_eq!(budget.to_pay_back(), money("99999.75"));
    }
}
