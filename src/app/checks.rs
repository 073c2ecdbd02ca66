//! The checks: all of them, which are on, and why each is there. Whoever switches one off does so for the whole log, so
//! that it is a change like others and can be undone.

use super::dialog::{Dialog, Then};
use super::exchange::{Refusal, Ticket, Told};
use super::keys::{Action, Focus};
use super::view::{Cx, Part, Step};
use super::world::World;
use crate::checks::{RULES, Rule};
use crate::i18n::texts::{app as a, upkeep as t};

/// The list of all checks.
#[derive(Debug, Default)]
pub struct Checks {
    pub cursor: usize,
}

/// Whether a check is on.
pub fn is_on(rule: &Rule, world: &World) -> bool {
    !world.checks_off.iter().any(|code| code == rule.code)
}

/// Why a check is there, with the choice to switch it off or on.
pub fn explained(rule: &'static Rule, world: &World) -> Dialog {
    let lang = world.lang;
    let switch = if is_on(rule, world) { t::SWITCH_OFF } else { t::SWITCH_ON };
    Dialog::new(crate::i18n::capital(&rule.label(lang)))
        .line(rule.why(lang))
        .choice(a::CLOSE.get(lang), Then::Nothing)
        .choice(switch.get(lang), Then::SwitchCheck(rule))
}

impl Part for Checks {
    fn focus(&self) -> Focus {
        Focus::Checks
    }

    fn refresh(&mut self, _cx: &mut Cx) {}

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let last = RULES.len() - 1;
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::PageUp | Action::First => self.cursor = 0,
            Action::PageDown | Action::Last => self.cursor = last,
            Action::In | Action::Right => {
                let rule = self.finding(cx.world);
                rule.into_iter().for_each(|rule| cx.step(Step::Open(explained(rule, cx.world))));
            }
            _ => return false,
        }
        true
    }

    fn finding(&self, _world: &World) -> Option<&'static Rule> {
        RULES.get(self.cursor)
    }

    fn awaits(&self, _ticket: Ticket) -> bool {
        false
    }

    fn is_waiting(&self) -> bool {
        false
    }

    fn take(&mut self, _ticket: Ticket, _told: Result<Told, Refusal>, _cx: &mut Cx) {}
}
