#pragma once
// What an import read, guessed, dropped and changed, source by source, with counts and the first places of each; as text and as JSON.
#include <map>
#include <string>
#include <vector>

#include "engine/core/describe.h"

namespace parktwin::importers {

enum class Finding { guessed, dropped, changed, filled, note, warning };

constexpr auto names_of(Finding) {
  return std::to_array<EnumName<Finding>>({{Finding::guessed, "guessed"},
                                           {Finding::dropped, "dropped"},
                                           {Finding::changed, "changed"},
                                           {Finding::filled, "filled"},
                                           {Finding::note, "note"},
                                           {Finding::warning, "warning"}});
}

struct FindingCount {
  std::size_t count = 0;
  std::vector<std::string> first;  ///< the first few places
};

struct SourceReport {
  std::string name;
  std::string file;
  std::string table;
  std::size_t features = 0;  ///< read from the source
  std::size_t records = 0;   ///< that became records of the park
  std::map<std::pair<Finding, std::string>, FindingCount> findings;

  void add(Finding kind, const std::string& what, const std::string& place, std::size_t count = 1);
};

/// A building and the enterprise that most likely uses it.
struct MatchedBuilding {
  std::string building;
  std::string enterprise;
  double confidence = 0.0;
  std::string reasons;
  bool accepted = false;  ///< else it is to be confirmed
};

struct ImportReport {
  std::vector<SourceReport> sources;
  std::vector<MatchedBuilding> matches;
  [[nodiscard]] std::size_t guesses() const;
};

[[nodiscard]] std::string report_text(const ImportReport& report);
/// Pairs to be confirmed as CSV, the form a recipe takes confirmed ones in: building, enterprise, confidence, reasons.
[[nodiscard]] std::string to_confirm_csv(const ImportReport& report);
/// An array of objects, one for each pair.
[[nodiscard]] std::string matches_json(const ImportReport& report);
/// An array of objects, one for each source.
[[nodiscard]] std::string report_json(const ImportReport& report);

}  // namespace parktwin::importers
