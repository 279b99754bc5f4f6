#include "viz/report/described_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "viz/report/base64.h"
#include "viz/twin/byte_planes.h"

namespace parktwin::viz::report {
namespace {

template <class T>
constexpr bool is_cell =
    std::floating_point<T> || std::integral<T> || std::same_as<T, std::string> || NamedEnum<T> || RecordId<T> || UnitValue<T>;

template <class T>
constexpr bool is_cell<std::optional<T>> = is_cell<T>;

/// Builds one table. Its functions are no templates: lists of a hundred kinds pass through here.
class Rows {
 public:
  Rows(const std::string& path, const Field& list, std::size_t count, std::size_t longest);
  void column(const Field& field, CellKind kind);
  void row() { table_["rows"].push_back(Json::array()); }
  void text(std::string_view value) { table_["rows"].back().push_back(std::string(value)); }
  void flag(bool value) { table_["rows"].back().push_back(value); }
  void count(std::int64_t value) { table_["rows"].back().push_back(value); }
  void number(double value);
  void nothing() { table_["rows"].back().push_back(nullptr); }
  [[nodiscard]] bool has_columns() const { return !table_["columns"].empty(); }
  [[nodiscard]] Json take() { return std::move(table_); }

 private:
  Json table_;
};

Rows::Rows(const std::string& path, const Field& list, std::size_t count, std::size_t longest) {
  std::string about(list.meaning);
  if (count > longest) about += fmt::format(" (the first {} of {}; all are in results.h5)", longest, count);
  table_ = {
      {"id", path}, {"title", both({path, path})}, {"about", both({about, about})}, {"columns", Json::array()}, {"rows", Json::array()}};
}

void Rows::column(const Field& field, CellKind kind) {
  table_["columns"].push_back({{"key", std::string(field.name)},
                               {"title", both({field.name, field.name})},
                               {"kind", std::string(name_of(kind))},
                               {"unit", std::string(field.unit)},
                               {"about", std::string(field.meaning)}});
}

/// To so many digits that nobody misses one.
void Rows::number(double value) {
  const double size = std::abs(value);
  table_["rows"].back().push_back(rounded(value, size >= 1000.0 ? 1 : size >= 1.0 ? 3 : 6));
}

template <class T>
constexpr CellKind kind_of() {
  if constexpr (Optional<T>) {
    return kind_of<typename T::value_type>();
  } else if constexpr (std::same_as<T, bool>) {
    return CellKind::flag;
  } else if constexpr (NamedEnum<T>) {
    return CellKind::word;
  } else {
    return std::same_as<T, std::string> || RecordId<T> ? CellKind::text : CellKind::number;
  }
}

template <class T>
void add_cell(Rows& rows, const Park& park, const T& value) {
  if constexpr (Optional<T>) {
    value ? add_cell(rows, park, *value) : rows.nothing();
  } else if constexpr (std::same_as<T, bool>) {
    rows.flag(value);
  } else if constexpr (std::integral<T>) {
    rows.count(static_cast<std::int64_t>(value));
  } else if constexpr (std::floating_point<T>) {
    rows.number(static_cast<double>(value));
  } else if constexpr (std::same_as<T, std::string>) {
    rows.text(value);
  } else if constexpr (NamedEnum<T>) {
    rows.text(name_of(value));
  } else if constexpr (RecordId<T>) {
    const auto& records = table<typename T::Record>(park);
    value.valid() && value.index() < records.size() ? rows.text(records[value].id) : rows.nothing();
  } else {
    rows.number(value.value());
  }
}

template <class Record>
void add_table(const Park& park, const std::vector<Record>& records, const std::string& path, const Field& list, std::size_t longest,
               std::vector<Json>& tables) {
  if (records.empty()) return;
  Rows rows(path, list, records.size(), longest);
  describe(
      [&rows]<class M>(const Field& field, const M&) {
        if constexpr (is_cell<M>) rows.column(field, kind_of<M>());
      },
      records.front());
  for (const Record& record : std::span(records).first(std::min(records.size(), longest))) {
    rows.row();
    describe(
        [&]<class M>(const Field&, const M& member) {
          if constexpr (is_cell<M>) add_cell(rows, park, member);
        },
        record);
  }
  if (rows.has_columns()) tables.push_back(rows.take());
}

template <class T>
void collect(const Park& park, const T& part, const std::string& path, std::size_t longest, std::vector<Json>& tables) {
  describe(
      [&]<class M>(const Field& field, const M& member) {
        const std::string below = path + (path.empty() ? "" : "/") + std::string(field.name);
        if constexpr (Vector<M>) {
          using Record = typename M::value_type;
          if constexpr (Described<Record> && !std::same_as<Record, Note>) {
            add_table(park, member, below, field, longest, tables);
          }
        } else if constexpr (Described<M>) {
          collect(park, member, below, longest, tables);
        }
      },
      part);
}

}  // namespace

std::vector<Json> described_tables(const storage::SavedRun& run, std::size_t longest) {
  std::vector<Json> tables;
  collect(run.park, run.results, "", longest, tables);
  return tables;
}

std::string packed_tables(const Json& tables) {
  return base64(twin::deflated(tables.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

Json day_table(const storage::SavedRun& run) {
  TableJson table("energy_day", {"A typical day of electricity", "典型日用电"},
                  {"Mean power by hour of the day, over the whole year.", "全年按小时平均的功率。"},
                  {{"hour", CellKind::number, {"Hour", "小时"}},
                   {"load_kw", CellKind::number, {"Load", "负荷"}, "kW"},
                   {"pv_kw", CellKind::number, {"PV", "光伏"}, "kW"},
                   {"wind_kw", CellKind::number, {"Wind", "风电"}, "kW"},
                   {"plant_kw", CellKind::number, {"Heat and power plants", "热电联产"}, "kW"},
                   {"import_kw", CellKind::number, {"From the grid", "购电"}, "kW"}});
  const auto& series = run.results.energy.series;
  constexpr std::size_t steps_a_day = 96;
  const std::size_t steps = series.load_kw.size() / steps_a_day * steps_a_day;
  for (std::size_t hour = 0; steps > 0 && hour < 24; ++hour) {
    std::vector<Json> row{hour};
    for (const auto* values : {&series.load_kw, &series.pv_kw, &series.wind_kw, &series.plant_kw, &series.import_kw}) {
      double sum = 0.0;
      std::size_t count = 0;
      for (std::size_t i = 4 * hour; i + 3 < std::min(steps, values->size()); i += steps_a_day, count += 4) {
        sum += (*values)[i] + (*values)[i + 1] + (*values)[i + 2] + (*values)[i + 3];
      }
      row.push_back(count > 0 ? rounded(sum / static_cast<double>(count), 1) : Json(nullptr));
    }
    table.add(std::move(row));
  }
  return table.take();
}

}  // namespace parktwin::viz::report
