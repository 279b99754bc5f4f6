#pragma once
// A table of the report as JSON: columns with titles in both languages, what their cells hold and in which unit, and rows of cells. The
// page shows, sorts and exports whatever stands here; it knows no table by itself. Keys: id, title, about (en, zh), columns [key, title,
// kind, unit], rows [[cell …]]. A cell is a text, a name {en, zh}, a number, true or false, or null for none.
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/table.h"
#include "engine/storage/described_json.h"
#include "viz/scene/wording.h"

namespace parktwin::viz::report {

using Json = storage::Json;

/// What a column holds. text: as it stands; word: a name of an enumeration, which the page translates; share: 0 to 1, shown in percent.
enum class CellKind { text, word, number, share, flag };

constexpr auto names_of(CellKind) {
  return std::to_array<EnumName<CellKind>>({{CellKind::text, "text"},
                                            {CellKind::word, "word"},
                                            {CellKind::number, "number"},
                                            {CellKind::share, "share"},
                                            {CellKind::flag, "flag"}});
}

struct Column {
  std::string_view key;
  CellKind kind = CellKind::text;
  Phrase title;
  std::string_view unit = {};
};

class TableJson {
 public:
  TableJson(std::string_view id, Phrase title, Phrase about, const std::vector<Column>& columns);

  /// Precondition: one cell per column.
  void add(std::vector<Json> cells);
  [[nodiscard]] Json take() { return std::move(table_); }

 private:
  Json table_;
  std::size_t columns_;
};

/// {"en": …, "zh": …}.
[[nodiscard]] Json both(Phrase phrase);
/// A name as a cell: a plain text when there is only one.
[[nodiscard]] Json name_cell(const std::string& name, const std::string& name_zh);
/// Rounded to so many decimals, so that pages stay small; null unless finite.
[[nodiscard]] Json rounded(double value, int decimals);
/// The name of an enumeration's value.
template <NamedEnum E>
[[nodiscard]] Json word(E value) {
  return std::string(name_of(value));
}
/// The record of an id, or a blank one: results of another hand may name none.
template <class T>
[[nodiscard]] const T& record_or_blank(const Table<T>& records, Id<T> id) {
  static const T blank{};
  return id.valid() && id.index() < records.size() ? records[id] : blank;
}
/// Id text of a record, or null.
template <class T>
[[nodiscard]] Json id_cell(const Table<T>& records, Id<T> id) {
  const std::string& text = record_or_blank(records, id).id;
  return text.empty() ? Json(nullptr) : Json(text);
}

}  // namespace parktwin::viz::report
