//! `bindings/npm/src/generated.ts`: the record, the rulebook, the calendar and the report as TypeScript.
//!
//! The types are read off the JSON Schemas, which come from the Rust types with their documentation.

mod names;
mod schema;

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use gongwei::{Problem, Rulebook};
use indexmap::IndexMap;

use self::names::{IDS, JUDGED, TEXTS, renamed};
use self::schema::{Additional, Schema};

/// The longest line.
const WIDTH: usize = 120;

/// The text of `generated.ts`.
pub(crate) fn text() -> Result<String> {
    let mut types = Types::default();
    types.ids()?;
    for (_, name, description) in TEXTS {
        types.declare(name, description, "string")?;
    }
    for (document, root, schema) in [
        ("record", "Record", gongwei::schema::record()),
        ("report", "Report", gongwei::schema::report()),
        ("rulebook", "Document", gongwei::schema::rulebook()),
        ("calendar", "Calendar", gongwei::schema::calendar()),
    ] {
        let schema: Schema = serde_json::from_str(&schema).with_context(|| format!("the schema of a {document}"))?;
        types.document = document;
        types.define(root, &schema)?;
        for (name, definition) in &schema.definitions {
            types.define(name, definition)?;
        }
    }
    for (place, _) in IDS {
        ensure!(types.places.contains(place), "there is no field {place}");
    }
    let types: Vec<_> = types.declared.into_values().collect();
    Ok(format!(
        "// Made by `cargo xtask generate` from the Rust types. Do not edit.\n\n\
        /** An object with exactly one of these keys. */\n\
        type OneOf<Keys> = {{\n  \
          [Key in keyof Keys]: {{ [Own in Key]: Keys[Own] }} & {{ [Other in Exclude<keyof Keys, Key>]?: never }};\n\
        }}[keyof Keys];\n\n\
        /** The id of the rulebook that was judged by. */\n\
        export type RulebookIdOf<By> = By extends RulebookId ? By : string;\n\n\
        /** The ids of its norms: a closed list, if it is built in. */\n\
        export type NormIdOf<By> = By extends RulebookId ? NormId : string;\n\n{}",
        types.join("\n")
    ))
}

/// The types so far.
#[derive(Default)]
struct Types {
    /// Which document's types are being read.
    document: &'static str,
    /// The text of each, by name.
    declared: IndexMap<String, String>,
    /// Which of [`IDS`] were met.
    places: BTreeSet<&'static str>,
}

impl Types {
    /// What the built-in rulebooks and the engine call things.
    fn ids(&mut self) -> Result<()> {
        let mut ids = Vec::new();
        // A layer has the norms and kinds of what it extends: each is named once.
        let mut norms = IndexMap::new();
        let mut kinds = IndexMap::new();
        for id in Rulebook::builtin_ids() {
            let rulebook = Rulebook::builtin(id).context("a built-in rulebook that cannot be read")?;
            let told = |title: &gongwei::rulebook::Bilingual| format!("{}: {}.", title.zh.as_str(), title.en.as_str());
            ids.push((id.to_owned(), told(rulebook.title())));
            for norm in rulebook.norms() {
                norms.entry(norm.id.as_str().to_owned()).or_insert_with(|| told(&norm.title));
            }
            for (kind, named) in rulebook.committees() {
                kinds.entry(kind.as_str().to_owned()).or_insert_with(|| told(&named.title));
            }
        }
        self.declare("RulebookId", "A built-in rulebook.", &union(ids))?;
        self.declare("NormId", "A norm of a built-in rulebook. Ids are never reused.", &union(norms))?;
        self.declare("CommitteeKindId", "A kind of committee of a built-in rulebook.", &union(kinds))?;
        let codes: Vec<_> = Problem::CODES.iter().map(|code| ((*code).to_owned(), String::new())).collect();
        self.declare("DocumentFaultCode", "Why a document cannot be read. Codes never change meaning.", &union(codes))
    }

    /// Declares a type of a document.
    fn define(&mut self, name: &str, schema: &Schema) -> Result<()> {
        let name = renamed(self.document, name);
        if schema.properties.is_some() {
            let fields = self.fields(name, schema)?;
            if schema.is_choice() {
                return self.declare(name, &schema.description, &format!("OneOf<{fields}>"));
            }
            let by = if JUDGED.contains(&name) { "<By = RulebookId>" } else { "" };
            return self
                .put(name, &format!("{}export interface {name}{by} {fields}\n", comment(&schema.description, "")));
        }
        ensure!(!schema.one_of.is_empty(), "{name} is neither an object nor a list of words");
        let words: Result<Vec<_>> = schema
            .one_of
            .iter()
            .map(|word| Ok((word.r#const.clone().context("a word is a text")?, word.description.clone())))
            .collect();
        self.declare(name, &schema.description, &union(words?))
    }

    /// Declares a type by another name for an expression.
    fn declare(&mut self, name: &str, description: &str, expression: &str) -> Result<()> {
        let gap = if expression.starts_with('\n') { "" } else { " " };
        self.put(name, &format!("{}export type {name} ={gap}{expression};\n", comment(description, "")))
    }

    /// Documents share types. Two that differ need two names.
    fn put(&mut self, name: &str, text: &str) -> Result<()> {
        let known = self.declared.entry(name.to_owned()).or_insert_with(|| text.to_owned());
        ensure!(known == text, "two types of one name: {name}");
        Ok(())
    }

    /// The fields of an object, in braces.
    fn fields(&mut self, of: &str, schema: &Schema) -> Result<String> {
        let mut text = String::from("{");
        for (name, field) in schema.properties.iter().flatten() {
            let mark = if schema.is_choice() || schema.required.contains(name) { "" } else { "?" };
            let place = format!("{of}.{name}");
            let id = IDS.iter().find(|(at, _)| *at == place);
            let expression = match id {
                Some((at, expression)) => {
                    self.places.insert(at);
                    (*expression).to_owned()
                }
                None => self.expression(name, field).with_context(|| place)?,
            };
            text += &format!("\n{}  {name}{mark}: {expression};", comment(&field.description, "  "));
        }
        if text.ends_with('{') {
            // Without it, an object with no fields would take any value.
            text += "\n  [name: string]: never;";
        }
        Ok(text + "\n}")
    }

    /// What may stand in a field of this name.
    fn expression(&mut self, name: &str, schema: &Schema) -> Result<String> {
        if let Some(reference) = &schema.reference {
            let name = reference.strip_prefix("#/$defs/").context("a reference to elsewhere")?;
            let name = renamed(self.document, name);
            return Ok(if JUDGED.contains(&name) { format!("{name}<By>") } else { name.to_owned() });
        }
        if let Some(word) = &schema.r#const {
            return Ok(format!("\"{word}\""));
        }
        if !schema.any_of.is_empty() {
            let any: Result<Vec<_>> = schema.any_of.iter().map(|one| self.expression(name, one)).collect();
            return Ok(any?.join(" | "));
        }
        let kinds: Result<Vec<_>> = schema.kinds().iter().map(|kind| self.of_kind(name, kind, schema)).collect();
        let kinds = kinds?;
        ensure!(!kinds.is_empty(), "a schema of no known form");
        Ok(kinds.join(" | "))
    }

    /// What may stand in a field of this name, if it is of this kind of JSON value.
    fn of_kind(&mut self, name: &str, kind: &str, schema: &Schema) -> Result<String> {
        Ok(match (kind, &schema.items, &schema.properties, &schema.additional_properties) {
            ("null" | "boolean", ..) => kind.to_owned(),
            ("integer", ..) => "number".to_owned(),
            ("string", ..) => text_of(schema.pattern.as_deref())?.to_owned(),
            ("array", Some(items), ..) => match self.expression(name, items)? {
                either if either.contains(" | ") => format!("({either})[]"),
                entry => entry + "[]",
            },
            // An object that stands in the field itself is called like the field.
            ("object", _, Some(_), _) => {
                let name = capital(name);
                self.define(&name, schema)?;
                name
            }
            ("object", _, _, Some(Additional::Of(entry))) => {
                format!("{{ [name: string]: {} }}", self.expression(name, entry)?)
            }
            ("object", ..) => "{ [name: string]: unknown }".to_owned(),
            _ => bail!("a schema of the unknown kind {kind}"),
        })
    }
}

/// The type of a text with or without a pattern.
fn text_of(pattern: Option<&str>) -> Result<&'static str> {
    let Some(pattern) = pattern else { return Ok("string") };
    let known = TEXTS.iter().find(|(part, ..)| pattern.starts_with(part));
    known.map(|(_, name, _)| *name).with_context(|| format!("the pattern {pattern} has no name"))
}

/// A closed list of words, one on a line, each with what it means.
fn union(words: impl IntoIterator<Item = (String, String)>) -> String {
    words.into_iter().map(|(word, meaning)| format!("\n{}  | \"{word}\"", comment(&meaning, "  "))).collect()
}

/// A documentation comment; nothing for no documentation.
fn comment(description: &str, indent: &str) -> String {
    if description.is_empty() {
        return String::new();
    }
    let single = format!("{indent}/** {description} */\n");
    if single.chars().count() <= WIDTH + 1 && !description.contains('\n') {
        return single;
    }
    let mut text = format!("{indent}/**\n");
    for line in description.lines() {
        let mut row = format!("{indent} *");
        for word in line.split(' ') {
            if row.chars().count() + 1 + word.chars().count() > WIDTH {
                text += &(row + "\n");
                row = format!("{indent} *");
            }
            row += " ";
            row += word;
        }
        text += row.trim_end();
        text += "\n";
    }
    text + indent + " */\n"
}

/// The name of a field as the name of a type.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
