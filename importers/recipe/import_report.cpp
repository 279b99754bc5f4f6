#include "importers/recipe/import_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace parktwin::importers {

namespace {
constexpr std::size_t most_places = 5;
}

void SourceReport::add(Finding kind, const std::string& what, const std::string& place, std::size_t count) {
  auto& entry = findings[{kind, what}];
  entry.count += count;
  if (!place.empty() && entry.first.size() < most_places) entry.first.push_back(place);
}

std::size_t ImportReport::guesses() const {
  std::size_t total = 0;
  for (const auto& source : sources) {
    for (const auto& [key, entry] : source.findings) total += key.first == Finding::guessed ? entry.count : 0;
  }
  return total;
}

std::string report_text(const ImportReport& report) {
  std::string text;
  for (const auto& source : report.sources) {
    text += fmt::format("  source {}{}: {} read, {} records{}\n", source.name, source.file.empty() ? "" : " (" + source.file + ")",
                        source.features, source.records, source.table.empty() ? "" : " of " + source.table);
    for (const auto& [key, entry] : source.findings) {
      text += fmt::format("    {}: {} {}", name_of(key.first), entry.count, key.second);
      if (!entry.first.empty()) text += fmt::format(" ({}{})", fmt::join(entry.first, ", "), entry.count > entry.first.size() ? ", …" : "");
      text += '\n';
    }
  }
  std::size_t open = 0;
  for (const auto& match : report.matches) {
    open += match.accepted ? 0 : 1;
    text += fmt::format("  building {}: enterprise {} by {}, confidence {:.2f}{}\n", match.building, match.enterprise, match.reasons,
                        match.confidence, match.accepted ? "" : ", to be confirmed");
  }
  if (!report.matches.empty()) text += fmt::format("  {} buildings matched, {} to be confirmed\n", report.matches.size() - open, open);
  return text;
}

std::string to_confirm_csv(const ImportReport& report) {
  std::string text = "building,enterprise,confidence,reasons\n";
  for (const auto& match : report.matches) {
    if (!match.accepted) text += fmt::format("{},{},{:.2f},\"{}\"\n", match.building, match.enterprise, match.confidence, match.reasons);
  }
  return text;
}

std::string matches_json(const ImportReport& report) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& match : report.matches) {
    list.push_back({{"building", match.building},
                    {"enterprise", match.enterprise},
                    {"confidence", match.confidence},
                    {"reasons", match.reasons},
                    {"accepted", match.accepted}});
  }
  return list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string report_json(const ImportReport& report) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& source : report.sources) {
    auto findings = nlohmann::ordered_json::array();
    for (const auto& [key, entry] : source.findings) {
      findings.push_back({{"kind", name_of(key.first)}, {"what", key.second}, {"count", entry.count}, {"first", entry.first}});
    }
    list.push_back({{"name", source.name},
                    {"file", source.file},
                    {"table", source.table},
                    {"read", source.features},
                    {"records", source.records},
                    {"findings", std::move(findings)}});
  }
  return list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace parktwin::importers
