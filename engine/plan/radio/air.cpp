#include "engine/plan/radio/air.h"

#include <memory>
#include <utility>

namespace parktwin::plan {
namespace {

Park without_sites(Park park) {
  park.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>());
  park.radio_cells = Part<Table<RadioCell>>(Table<RadioCell>());
  return park;
}

}  // namespace

Air::Air(const Park& park, const radio::Options& radio, const PlanOptions& options, const std::vector<std::uint8_t>& connected,
         std::uint64_t seed, bool alone)
    : park_(alone ? without_sites(park) : park),
      radio_(radio),
      options_(options),
      connected_(alone ? std::vector<std::uint8_t>() : connected),
      seed_(seed),
      ids_(park) {
  radio_.resolution = options.resolution;
}

Park Air::park_with(std::span<const PlannedSite> sites) const {
  Park park = park_;
  auto antennas = park.antennas->records();
  Id<Antenna> antenna = park.antennas->find(options_.antenna);
  if (options_.antenna.empty()) {
    antenna = Id<Antenna>(antennas.size());
    antennas.push_back(panel_antenna(ids_));
  }
  auto site_records = park.radio_sites->records();
  auto cell_records = park.radio_cells->records();
  for (std::size_t i = 0; i < sites.size(); ++i) {
    const Id<RadioSite> number(site_records.size());
    site_records.push_back(radio_site(sites[i], i + 1, ids_));
    for (RadioCell& cell : radio_cells(sites[i], i + 1, ids_, options_)) {
      cell.site = number;
      cell.antenna = antenna;
      cell_records.push_back(std::move(cell));
    }
  }
  park.antennas = Part<Table<Antenna>>(Table<Antenna>(std::move(antennas)));
  park.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>(std::move(site_records)));
  park.radio_cells = Part<Table<RadioCell>>(Table<RadioCell>(std::move(cell_records)));
  return park;
}

const radio::Result& Air::with(std::span<const PlannedSite> sites) {
  const Park park = park_with(sites);
  std::vector<std::uint8_t> connected = connected_;
  connected.resize(park.radio_sites->size(), 1);
  if (map_ == nullptr) {
    map_ = std::make_unique<radio::LiveMap>(park, radio_, connected, seed_, cache_, untold_);
  } else {
    map_->update(park, connected, untold_);
  }
  return map_->current();
}

}  // namespace parktwin::plan
