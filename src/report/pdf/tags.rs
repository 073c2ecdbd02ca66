//! What the parts of a PDF are, for readers that do not see it: its tags, grown while it is laid out and filled while
//! it is drawn.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// A part of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeId(usize);

/// The parts of a document under each other.
#[derive(Default)]
pub struct Tags {
    parts: Vec<Part>,
    roots: Vec<NodeId>,
}

struct Part {
    kind: TagKind,
    children: Vec<Child>,
}

enum Child {
    Part(NodeId),
    Drawn(Identifier),
}

impl Tags {
    /// A part more, in another or by itself.
    pub fn part(&mut self, parent: Option<NodeId>, kind: impl Into<TagKind>) -> NodeId {
        let id = NodeId(self.parts.len());
        self.parts.push(Part { kind: kind.into(), children: Vec::new() });
        match parent.and_then(|parent| self.parts.get_mut(parent.0)) {
            Some(parent) => parent.children.push(Child::Part(id)),
            None => self.roots.push(id),
        }
        id
    }

    /// What was drawn of a part.
    pub fn drawn(&mut self, part: NodeId, identifier: Identifier) {
        if let Some(part) = self.parts.get_mut(part.0) {
            part.children.push(Child::Drawn(identifier));
        }
    }

    /// The whole as it goes into the file.
    pub fn tree(self, lang: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        for root in &self.roots {
            tree.children.extend(self.node(*root));
        }
        tree
    }

    fn node(&self, id: NodeId) -> Option<Node> {
        let part = self.parts.get(id.0)?;
        let children = part.children.iter().filter_map(|child| match child {
            Child::Part(id) => self.node(*id),
            Child::Drawn(identifier) => Some(Node::Leaf(*identifier)),
        });
        Some(Node::Group(TagGroup::with_children(part.kind.clone(), children.collect())))
    }
}
