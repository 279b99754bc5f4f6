#pragma once
// Plain CSV tables of described records: a header of field names, one record a line, no quotes, lines that begin with # left out. Every
// problem with its line.
#include <charconv>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/errors.h"

namespace parktwin::energy::carbon {

struct TextTable {
  std::string file;
  std::vector<std::string> columns;
  struct Row {
    std::size_t line = 0;  ///< from 1
    std::vector<std::string> values;
  };
  std::vector<Row> rows;
};

/// Rows of another number of values than columns are reported and left out.
[[nodiscard]] TextTable read_text_table(const std::filesystem::path& file, Problems& problems);

namespace detail {

template <class M>
std::string parse(const std::string& text, const Field& field, M& member) {
  if constexpr (std::same_as<M, std::string>) {
    member = text;
  } else if constexpr (NamedEnum<M>) {
    const auto value = parse_enum<M>(text);
    if (!value) return "found \"" + text + "\", expected " + std::string(field.meaning);
    member = *value;
  } else {
    M number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool good = error == std::errc() && end == text.data() + text.size() && static_cast<double>(number) >= field.minimum &&
                      static_cast<double>(number) <= field.maximum;
    if (!good) return "found \"" + text + "\", expected a number in the range of " + std::string(field.name);
    member = number;
  }
  return {};
}

}  // namespace detail

template <Described T>
std::vector<T> read_records(const std::filesystem::path& file, Problems& problems) {
  const auto table = read_text_table(file, problems);
  std::vector<T> records(table.rows.size());
  std::size_t known = 0;
  const T names{};
  std::vector<std::size_t> positions;
  describe(
      [&](const Field& field, const auto&) {
        std::size_t position = 0;
        while (position < table.columns.size() && table.columns[position] != field.name) ++position;
        if (position < table.columns.size()) ++known;
        if (position == table.columns.size() && field.required && !table.columns.empty()) {
          problems.add(table.file, "line 1", "has no column " + std::string(field.name));
        }
        positions.push_back(position);
      },
      names);
  if (known < table.columns.size()) problems.add(table.file, "line 1", "has columns that are not known");
  for (std::size_t row = 0; row < records.size(); ++row) {
    std::size_t number = 0;
    describe(
        [&](const Field& field, auto& member) {
          const std::size_t position = positions[number++];
          if (position == table.columns.size()) return;
          const auto message = detail::parse(table.rows[row].values[position], field, member);
          if (!message.empty()) {
            problems.add(table.file, "line " + std::to_string(table.rows[row].line), std::string(field.name) + ": " + message);
          }
        },
        records[row]);
  }
  return records;
}

}  // namespace parktwin::energy::carbon
