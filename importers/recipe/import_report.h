#pragma once
// What an import read, guessed, dropped and changed, source by source, with counts and the first places of each; as text and as JSON.
#include <map>
#include <string>
#include <vector>

#include "engine/core/describe.h"

namespace parktwin::importers {

enum class Finding { guessed, dropped, changed, filled, note };

constexpr auto names_of(Finding) {
  return std::to_array<EnumName<Finding>>({{Finding::guessed, "guessed"},
                                           {Finding::dropped, "dropped"},
                                           {Finding::changed, "changed"},
                                           {Finding::filled, "filled"},
                                           {Finding::note, "note"}});
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

struct ImportReport {
  std::vector<SourceReport> sources;
  [[nodiscard]] std::size_t guesses() const;
};

[[nodiscard]] std::string report_text(const ImportReport& report);
/// An array of objects, one for each source.
[[nodiscard]] std::string report_json(const ImportReport& report);

}  // namespace parktwin::importers
