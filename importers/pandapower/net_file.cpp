#include "importers/pandapower/net_file.h"

#include <fmt/format.h>

#include <set>

#include "importers/foreign_tables/text_source.h"

namespace parktwin::importers::pandapower {
namespace {

class Reading {
 public:
  Reading(const std::string& file, Problems& problems) : file_(file), problems_(problems) {}

  std::optional<NetFile> read(const nlohmann::json& document) {
    const auto before = problems_.list().size();
    const bool wrapped = document.is_object() && document.contains("_object");
    const auto& net = wrapped ? document["_object"] : document;
    if (!net.is_object() || !net.contains("bus")) {
      problems_.add(file_, "", "holds no pandapower net: it has no table bus");
      return std::nullopt;
    }
    made_.base_mva = number(net, "sn_mva", 1.0);
    made_.frequency_hz = number(net, "f_hz", 50.0);
    for (const auto& [name, value] : net.items()) {
      const bool frame = value.is_object() && value.value("_class", "") == "DataFrame" && value.contains("_object");
      if (frame && !name.starts_with("res_") && !name.starts_with("_")) read_table(name, value["_object"]);
    }
    if (!made_.tables.contains("bus") && problems_.list().size() == before) problems_.add(file_, "table bus", "is empty");
    if (problems_.list().size() > before) return std::nullopt;
    return std::move(made_);
  }

 private:
  double number(const nlohmann::json& net, const char* key, double otherwise) {
    if (!net.contains(key)) return otherwise;
    if (net[key].is_number() && net[key].get<double>() > 0.0) return net[key].get<double>();
    problems_.add(file_, key, "expected a number above 0");
    return otherwise;
  }

  void read_table(const std::string& name, const nlohmann::json& content) {
    const std::string place = "table " + name;
    nlohmann::json unfolded;
    if (content.is_string()) {
      Problems inner;
      auto parsed = parse_json(content.get_ref<const std::string&>(), file_, inner);
      for (const auto& problem : inner.list()) problems_.add(file_, place + ", " + problem.place, problem.message);
      if (!parsed) return;
      unfolded = std::move(*parsed);
    }
    const auto& frame = content.is_string() ? unfolded : content;
    for (const char* key : {"columns", "index", "data"}) {
      if (!frame.is_object() || !frame.contains(key) || !frame[key].is_array())
        return problems_.add(file_, place, fmt::format("has no list {}, expected a data frame of orient split", key));
    }
    if (frame["index"].size() != frame["data"].size())
      return problems_.add(file_, place, fmt::format("has {} indices for {} rows", frame["index"].size(), frame["data"].size()));
    read_rows(name, place, frame);
  }

  void read_rows(const std::string& name, const std::string& place, const nlohmann::json& frame) {
    std::vector<std::string> columns;
    for (const auto& column : frame["columns"]) {
      if (!column.is_string()) return problems_.add(file_, place, "has a column whose name is no text");
      columns.push_back(column.get<std::string>());
    }
    std::set<long> seen;
    Elements rows;
    for (std::size_t i = 0; i < frame["data"].size(); ++i) {
      const auto& row = frame["data"][i];
      const auto& index = frame["index"][i];
      const auto at = fmt::format("{}, row {}", place, i + 1);
      if (!row.is_array() || row.size() != columns.size()) {
        problems_.add(file_, at, fmt::format("expected {} values", columns.size()));
        continue;
      }
      if (!index.is_number_integer() || !seen.insert(index.get<long>()).second) {
        problems_.add(file_, at, "has an index that is no whole number or stands twice");
        continue;
      }
      Element element;
      element.index = index.get<long>();
      for (std::size_t c = 0; c < columns.size(); ++c) element.values[columns[c]] = row[c];
      rows.push_back(std::move(element));
    }
    if (!rows.empty()) made_.tables[name] = std::move(rows);
  }

  const std::string& file_;
  Problems& problems_;
  NetFile made_;
};

}  // namespace

std::optional<NetFile> parse_net(const nlohmann::json& document, const std::string& file, Problems& problems) {
  return Reading(file, problems).read(document);
}

}  // namespace parktwin::importers::pandapower
