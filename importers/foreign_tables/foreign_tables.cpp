#include "importers/foreign_tables/foreign_tables.h"

#include "engine/core/check.h"

namespace parktwin::importers {

TableMaker::TableMaker(std::string name, std::vector<std::string> columns) {
  table_.layer.name = std::move(name);
  table_.layer.available = columns;
  table_.layer.columns = std::move(columns);
}

void TableMaker::add(std::size_t number, std::vector<Attribute> values) {
  PARKTWIN_CHECK(values.size() == table_.layer.columns.size(), "one value for each column");
  Feature& row = table_.layer.features.emplace_back();
  row.number = number;
  row.attributes = std::move(values);
}

void TableMaker::remark(NoteKind kind, std::string text, std::string place) {
  table_.remarks.push_back({kind, std::move(text), std::move(place)});
}

Attribute text_or_null(std::string text) { return text.empty() ? Attribute() : Attribute(std::move(text)); }

Attribute number_or_null(const std::optional<double>& number) { return number ? Attribute(*number) : Attribute(); }

}  // namespace parktwin::importers
