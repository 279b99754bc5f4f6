#pragma once
// What a simulator has to say beside its numbers: an assumption, something outside validity, something left out. Never printed by it.
#include <array>
#include <string>

#include "engine/core/describe.h"

namespace parktwin {

enum class NoteKind { information, assumption, warning };

constexpr auto names_of(NoteKind) {
  return std::to_array<EnumName<NoteKind>>(
      {{NoteKind::information, "information"}, {NoteKind::assumption, "assumption"}, {NoteKind::warning, "warning"}});
}

struct Note {
  NoteKind kind = NoteKind::information;
  std::string place;  ///< which record or area: "radio site S-012"
  std::string text;   ///< one English sentence
};

template <class Visitor, DescribedAs<Note> Self>
void describe(Visitor&& visit, Self& note) {
  visit(Field{"kind", "", "information, assumption or warning"}, note.kind);
  visit(Field{"place", "", "record or area the note is about"}, note.place);
  visit(Field{"text", "", "what a reader of the result should know"}, note.text);
}

}  // namespace parktwin
