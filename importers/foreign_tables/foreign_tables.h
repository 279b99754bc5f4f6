#pragma once
// Rows of sources GDAL does not know (inventories, grid cases, topologies) in the form of its layers, so that one mapping serves all: each
// reader gives every table of its source, and remarks on what it assumed or could not take, which the import report repeats.
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "importers/gdal_layers/vector_layer.h"

namespace parktwin::importers {

struct Remark {
  NoteKind kind = NoteKind::information;  ///< assumption: a guess; warning: something left out
  std::string text;                       ///< the same for all places it is true of
  std::string place;
};

struct ForeignTable {
  VectorLayer layer;
  std::vector<Remark> remarks;
};

using ForeignTables = std::vector<ForeignTable>;

/// Collects the rows of one table. A row's number is where the source has it: a line, or a key.
class TableMaker {
 public:
  TableMaker(std::string name, std::vector<std::string> columns);
  /// Precondition: one value for each column.
  void add(std::size_t number, std::vector<Attribute> values);
  void remark(NoteKind kind, std::string text, std::string place);
  [[nodiscard]] ForeignTable take() { return std::move(table_); }

 private:
  ForeignTable table_;
};

/// Null for an empty text.
[[nodiscard]] Attribute text_or_null(std::string text);
[[nodiscard]] Attribute number_or_null(const std::optional<double>& number);

}  // namespace parktwin::importers
