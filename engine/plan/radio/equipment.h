#pragma once
// What is built at one place: a site with three cells, and what connects it, as changes of a scenario: the same list that is priced,
// applied and written into the file.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/plan/fibre/fibre_text.h"
#include "engine/plan/radio/candidates.h"
#include "engine/scenario/change.h"

namespace parktwin::plan {

inline constexpr std::size_t sectors = 3;

struct Sector {
  double azimuth_deg = 0.0;
  double downtilt_deg = 6.0;
};

/// Where its fibre begins and how long it is; the cable itself is the fibre plan's.
struct Backhaul {
  Id<NetworkNode> node;
  double length_m = 0.0;
};

struct PlannedSite {
  Candidate place;
  std::array<Sector, sectors> sector;
  std::optional<Backhaul> backhaul;  ///< none: taken as working
  std::string unit_address;          ///< IPv6 address of its radio unit; may be empty
};

/// Ids that no record of the park has: "P-S-001", or with further letters in front where such ids exist.
class PlannedIds {
 public:
  explicit PlannedIds(const Park& park);
  [[nodiscard]] std::string antenna() const { return prefix_ + "A"; }
  [[nodiscard]] std::string site(std::size_t number) const { return of("S", number); }
  [[nodiscard]] std::string cell(std::size_t number, std::size_t sector) const;
  [[nodiscard]] std::string node(std::size_t number) const { return of("N", number); }
  [[nodiscard]] std::string duct(std::size_t number) const { return of("D", number); }
  [[nodiscard]] std::string cable(std::size_t number) const { return of("C", number); }
  [[nodiscard]] std::string link(std::size_t number) const { return of("L", number); }
  /// Valid as long as this.
  [[nodiscard]] FibreIds fibre() const;

 private:
  [[nodiscard]] std::string of(const char* letter, std::size_t number) const;
  std::string prefix_;
};

/// The antenna type of new cells: the option's, or a panel that the plan adds.
[[nodiscard]] Antenna panel_antenna(const PlannedIds& ids);

[[nodiscard]] RadioSite radio_site(const PlannedSite& site, std::size_t number, const PlannedIds& ids);
/// References to site and antenna are left to the caller.
[[nodiscard]] std::vector<RadioCell> radio_cells(const PlannedSite& site, std::size_t number, const PlannedIds& ids,
                                                 const PlanOptions& options);

/// Text of the changes that build it, one per line, indented as items of a list. Its link lies in the cable of its number.
[[nodiscard]] std::string changes_text(const Park& park, const PlannedSite& site, std::size_t number, const PlannedIds& ids,
                                       const PlanOptions& options);
/// Of the antenna type; empty where the option names one.
[[nodiscard]] std::string antenna_text(const PlannedIds& ids, const PlanOptions& options);

}  // namespace parktwin::plan
