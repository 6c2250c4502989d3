//! JSON Schema of the documents, for editors, forms and other languages.
//!
//! A schema says what may stand where. It can never say all that the reading asks: that ids stand once, that references
//! lead somewhere and that no field stands twice only [`Record::from_json`](crate::Record::from_json) sees. What a
//! schema refuses, the reading refuses too.
//!
//! ```
//! let schema = gongwei::schema::record();
//! assert!(schema.starts_with("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\""));
//! assert!(schema.contains("\"$id\": \"urn:gongwei:record:1.0\""));
//! ```

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use crate::calendar::YEARS;
use crate::messages::{Contradiction, Reason};
use crate::report::{Fact, Outcome};
use crate::shape::{Field, LIST_MAX, Noun, Presence, Shape, Shaped, Words};
use crate::value::ID_MAX;

/// The JSON Schema (2020-12) of a record, as JSON text that is the same every time.
#[must_use]
pub fn record() -> String {
    of(crate::Record::SHAPE, crate::record::SCHEMA)
}

/// The JSON Schema (2020-12) of a rulebook, as JSON text that is the same every time.
#[must_use]
pub fn rulebook() -> String {
    of(crate::rulebook::Document::SHAPE, crate::rulebook::SCHEMA)
}

/// The JSON Schema (2020-12) of a report, as JSON text that is the same every time.
#[must_use]
pub fn report() -> String {
    of(crate::write::REPORT_SHAPE, crate::report::SCHEMA)
}

/// Every key that a verdict of a report can have, with the outcome that it stands for.
pub fn keys() -> impl Iterator<Item = (&'static str, Outcome)> {
    Reason::ALL.iter().map(|reason| (reason.as_str(), reason.outcome()))
}

/// Every code that a contradiction of a report can have.
pub fn codes() -> impl Iterator<Item = &'static str> {
    Contradiction::ALL.iter().map(|contradiction| contradiction.as_str())
}

/// The JSON Schema of a document whose field `schema` says `name`.
fn of(shape: &'static Shape, name: &str) -> String {
    let mut schema = Schema::default();
    let mut root = alloc::vec![
        ("$schema".to_owned(), text("https://json-schema.org/draft/2020-12/schema")),
        ("$id".to_owned(), text(format!("urn:{}", name.replace('/', ":")))),
    ];
    if let Shape::Noun(noun) = shape {
        root.push(("title".to_owned(), text(title(noun.name))));
    }
    let Node::Object(mut members) = schema.inner(shape) else { return String::new() };
    // The document says which schema it is written in.
    for (key, member) in &mut members {
        if let (true, Node::Object(properties)) = (key == "properties", member)
            && let Some((_, Node::Object(field))) = properties.iter_mut().find(|(key, _)| key == "schema")
        {
            field.retain(|(key, _)| key == "description");
            field.push(("const".to_owned(), text(name)));
        }
    }
    root.append(&mut members);
    let definitions = schema.definitions.into_iter().map(|(_, name, node)| (name, node));
    root.push(("$defs".to_owned(), Node::Object(definitions.collect())));
    // Texts, numbers and flags are always written.
    serde_json::to_string_pretty(&Node::Object(root)).unwrap_or_default()
}

/// The name of a type without what tells the text of a report from the report.
fn title(name: &str) -> &str {
    name.strip_suffix("Text").unwrap_or(name)
}

/// A piece of JSON whose fields keep their order, whatever else a build asks of the JSON library.
enum Node {
    Text(String),
    Number(usize),
    Flag(bool),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => number.serialize(serializer),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(list) => serializer.collect_seq(list),
            Self::Object(members) => serializer.collect_map(members.iter().map(|(key, node)| (key, node))),
        }
    }
}

fn text(text: impl Into<String>) -> Node {
    Node::Text(text.into())
}

fn object<const COUNT: usize>(members: [(&str, Node); COUNT]) -> Node {
    Node::Object(members.into_iter().map(|(key, node)| (key.to_owned(), node)).collect())
}

/// The definitions gathered so far: what each is of, its name, and its schema.
#[derive(Default)]
struct Schema {
    definitions: Vec<(Vec<&'static str>, String, Node)>,
}

impl Schema {
    /// The schema of a shape, by reference where it has a name.
    fn node(&mut self, shape: &'static Shape) -> Node {
        // One type may have its shape at several addresses: it is told from others by what it says.
        let (name, parts): (_, Vec<_>) = match shape {
            Shape::Noun(noun) | Shape::Choice(noun) => {
                (noun.name, noun.fields.iter().map(|field| field.name).collect())
            }
            Shape::Word(words) => (words.name, words.words.iter().map(|&(word, _)| word).collect()),
            _ => return self.inner(shape),
        };
        let of: Vec<_> = core::iter::once(name).chain(parts).collect();
        let known = self.definitions.iter().find(|(other, ..)| *other == of).map(|(_, name, _)| name.clone());
        let name = known.unwrap_or_else(|| {
            let name = title(name);
            let taken = self.definitions.iter().filter(|(_, other, _)| other.trim_end_matches('_') == name).count();
            let name = name.to_owned() + &"_".repeat(taken);
            // It is put down before it is filled in: it may refer to itself.
            let place = self.definitions.len();
            self.definitions.push((of, name.clone(), Node::Flag(true)));
            let node = self.inner(shape);
            if let Some(definition) = self.definitions.get_mut(place) {
                definition.2 = node;
            }
            name
        });
        object([("$ref", text(format!("#/$defs/{name}")))])
    }

    /// The schema of a shape, in full.
    fn inner(&mut self, shape: &'static Shape) -> Node {
        match *shape {
            Shape::Noun(noun) => self.noun(noun),
            Shape::Choice(choice) => {
                let Node::Object(mut members) = self.noun(choice) else { return Node::Flag(false) };
                members.push(("minProperties".to_owned(), Node::Number(1)));
                members.push(("maxProperties".to_owned(), Node::Number(1)));
                Node::Object(members)
            }
            Shape::Word(words) => word(words),
            Shape::List(entry) => {
                object([("type", text("array")), ("items", self.node(entry())), ("maxItems", Node::Number(LIST_MAX))])
            }
            Shape::Table(entry) => object([
                ("type", text("object")),
                ("propertyNames", object([("minLength", Node::Number(1)), ("maxLength", Node::Number(ID_MAX))])),
                ("additionalProperties", self.node(entry())),
            ]),
            Shape::Text { min: 0, max: usize::MAX } => object([("type", text("string"))]),
            Shape::Text { min: 0, max } => object([("type", text("string")), ("maxLength", Node::Number(max))]),
            Shape::Text { min, max } => {
                object([("type", text("string")), ("minLength", Node::Number(min)), ("maxLength", Node::Number(max))])
            }
            Shape::Id => {
                object([("type", text("string")), ("minLength", Node::Number(1)), ("maxLength", Node::Number(ID_MAX))])
            }
            Shape::Reference(target) => object([
                ("description", text(format!("The id of an entry of: {}.", target.list()))),
                ("type", text("string")),
                ("minLength", Node::Number(1)),
                ("maxLength", Node::Number(ID_MAX)),
            ]),
            Shape::Day => object([
                ("description", text(format!("A day from {} to {}.", YEARS.start(), YEARS.end()))),
                ("type", text("string")),
                ("format", text("date")),
                ("pattern", text("^(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")),
            ]),
            Shape::DayOrMonth => object([
                ("description", text(format!("A day or a month from {} to {}.", YEARS.start(), YEARS.end()))),
                ("type", text("string")),
                ("pattern", text("^(19[0-9]{2}|2[01][0-9]{2})-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$")),
            ]),
            Shape::YearDay => object([
                ("description", text("A day of the year, some years after another: +1-03-31.")),
                ("type", text("string")),
                ("pattern", text("^\\+[0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")),
            ]),
            Shape::Share => object([
                ("description", text("A share such as 1/3, with a denominator from 1 to 1000.")),
                ("type", text("string")),
                ("pattern", text("^[0-9]{1,4}/[0-9]{1,4}$")),
            ]),
            Shape::Pattern(pattern) => object([("type", text("string")), ("pattern", text(pattern))]),
            Shape::Whole { min, max } => object([
                ("type", text("integer")),
                ("minimum", Node::Number(min as usize)),
                ("maximum", Node::Number(max as usize)),
            ]),
            Shape::Flag => object([("type", text("boolean"))]),
            Shape::Free => object([("type", text("object"))]),
            Shape::Facts => self.facts(),
        }
    }

    /// The facts there are, each with what may stand in it.
    fn facts(&mut self) -> Node {
        let Shape::Word(names) = Fact::SHAPE else { return object([]) };
        let properties = Fact::ALL.iter().zip(names.words).map(|(fact, (name, doc))| {
            let mut members = described(doc);
            if let Node::Object(mut shape) = self.inner(fact.shape()) {
                shape.retain(|(key, _)| key != "description");
                members.append(&mut shape);
            }
            ((*name).to_owned(), Node::Object(members))
        });
        let properties = properties.collect();
        object([
            ("type", text("object")),
            ("properties", Node::Object(properties)),
            ("additionalProperties", Node::Flag(false)),
        ])
    }

    fn noun(&mut self, noun: &'static Noun) -> Node {
        let properties: Vec<_> = noun.fields.iter().map(|field| (field.name.to_owned(), self.field(field))).collect();
        let required = noun.fields.iter().filter(|field| field.presence == Presence::Required);
        let mut members = described(noun.doc);
        members.push(("type".to_owned(), text("object")));
        members.push(("properties".to_owned(), Node::Object(properties)));
        let required: Vec<_> = required.map(|field| text(field.name)).collect();
        if !required.is_empty() {
            members.push(("required".to_owned(), Node::List(required)));
        }
        members.push(("additionalProperties".to_owned(), Node::Flag(false)));
        Node::Object(members)
    }

    fn field(&mut self, field: &Field) -> Node {
        let mut members = described(field.doc);
        let Node::Object(mut shape) = self.node((field.shape)()) else { return Node::Object(members) };
        // What the field is comes before what may stand in it.
        if let Some((_, Node::Text(of_shape))) = shape.extract_if(.., |(key, _)| key == "description").next() {
            match members.first_mut() {
                Some((_, Node::Text(of_field))) => *of_field = format!("{of_field} {of_shape}"),
                _ => members.push(("description".to_owned(), text(of_shape))),
            }
        }
        if field.presence == Presence::Nullable {
            if let Some((_, kind)) = shape.iter_mut().find(|(key, _)| key == "type") {
                let plain = core::mem::replace(kind, Node::Flag(true));
                *kind = Node::List(alloc::vec![plain, text("null")]);
            } else {
                let either = alloc::vec![Node::Object(shape), object([("type", text("null"))])];
                shape = alloc::vec![("anyOf".to_owned(), Node::List(either))];
            }
        }
        members.append(&mut shape);
        Node::Object(members)
    }
}

fn word(words: &Words) -> Node {
    let each = words.words.iter().map(|&(word, doc)| {
        let mut members = alloc::vec![("const".to_owned(), text(word))];
        members.append(&mut described(doc));
        Node::Object(members)
    });
    let mut members = described(words.doc);
    members.push(("type".to_owned(), text("string")));
    members.push(("oneOf".to_owned(), Node::List(each.collect())));
    Node::Object(members)
}

/// Documentation as a description, if there is any: lines of one paragraph are joined.
fn described(doc: &[&str]) -> Vec<(String, Node)> {
    let mut description = String::new();
    for line in doc.iter().map(|line| line.trim()) {
        let gap = match (line.is_empty(), description.is_empty() || description.ends_with('\n')) {
            (true, _) => "\n\n",
            (false, true) => "",
            (false, false) => " ",
        };
        description.push_str(gap);
        description.push_str(line);
    }
    if description.is_empty() { Vec::new() } else { alloc::vec![("description".to_owned(), text(description))] }
}
