#include "importers/tariffs/tariffs.h"

#include <fmt/format.h>

#include "engine/core/yaml_reader.h"

namespace parktwin::importers {

energy::tariff::Tariff read_tariff(const std::filesystem::path& file) {
  const auto document = yaml::read_document(file);
  Problems problems;
  energy::tariff::Tariff tariff;
  yaml::read_described(document.root, tariff, document.file, problems);
  const auto refuse = [&](const std::string& key, const std::string& message) {
    const auto node = document.root.IsMap() ? document.root[key] : YAML::Node(YAML::NodeType::Undefined);
    problems.add(document.file, yaml::place_of(node), key + ": " + message);
  };
  if (tariff.base_cny_per_kwh.size() != 1 && tariff.base_cny_per_kwh.size() != 12) {
    refuse("base_cny_per_kwh", fmt::format("{} values, expected 1 or 12", tariff.base_cny_per_kwh.size()));
  }
  for (std::size_t i = 0; i < tariff.factors.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (tariff.factors[i].period != tariff.factors[k].period) continue;
      refuse("factors", fmt::format("{} stands twice", name_of(tariff.factors[i].period)));
    }
  }
  for (std::size_t i = 0; i < tariff.rules.size(); ++i) {
    const auto& rule = tariff.rules[i];
    if (rule.to_h <= rule.from_h) {
      refuse("rules",
             fmt::format("rule {} ends at {} h and begins at {} h, expected an end after the begin", i + 1, rule.to_h, rule.from_h));
    }
  }
  problems.throw_if_any();
  return tariff;
}

}  // namespace parktwin::importers
