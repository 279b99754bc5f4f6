#include "engine/simulators/radio/cell_slices.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "engine/simulators/radio/link/cell_capacity.h"
#include "engine/simulators/radio/link/slice_shares.h"
#include "engine/simulators/radio/share_list.h"

namespace parktwin::radio {
namespace {

constexpr double least_shortage = 1e-6;  // of a cell; smaller ones are rounding

// The users of one slice in one cell and direction.
struct SliceUsers {
  std::vector<double> full_rate_mbit_s;
  std::vector<double> demand_mbit_s;
  std::vector<double> needs;
};

// Of every slice, and last of none. Traffic out of reach is offered and needs nothing.
std::vector<SliceUsers> users_of(std::span<const EnterpriseTraffic> traffic, std::span<const GroundPart> parts, double Demand::*demand,
                                 SliceDirection SliceFigures::*direction, std::span<SliceFigures> figures) {
  std::vector<SliceUsers> users(figures.size());
  for (const auto& part : parts) {
    const EnterpriseTraffic& whose = traffic[part.traffic];
    for (std::size_t slice = 0; slice < figures.size(); ++slice) {
      const double each = whose.of_slice[slice].*demand / static_cast<double>(whose.ground.size());
      if (each <= 0.0) continue;
      SliceDirection& sums = figures[slice].*direction;
      sums.offered_mbit_s += each * static_cast<double>(part.within_reach + part.out_of_reach);
      if (part.within_reach == 0) continue;
      const double wanted = each * static_cast<double>(part.within_reach);
      users[slice].full_rate_mbit_s.push_back(part.full_rate_mbit_s);
      users[slice].demand_mbit_s.push_back(wanted);
      users[slice].needs.push_back(wanted / part.full_rate_mbit_s);
      sums.needed_share += users[slice].needs.back();
    }
  }
  return users;
}

double carried_mbit_s(const SliceUsers& users, const SliceDirection& direction) {
  const std::vector<double> equal(users.needs.size(), 1.0);
  const auto shares = link::weighted_shares(users.needs, equal, direction.given_share);
  double carried = 0.0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const bool is_short = direction.short_share > 0.0 && shares[i] < users.needs[i];
    carried += is_short ? shares[i] * users.full_rate_mbit_s[i] : users.demand_mbit_s[i];
  }
  return carried;
}

// Divides the cell among the slices present. Returns whether their guarantees exceed it.
bool divide(const std::vector<NetworkSlice>& slices, std::span<const std::size_t> present, const std::vector<SliceUsers>& users,
            SliceDirection SliceFigures::*direction, std::span<SliceFigures> figures) {
  std::vector<link::Slice> claims;
  for (const std::size_t slice : present) {
    link::Slice claim;
    claim.needed_share = (figures[slice].*direction).needed_share;
    if (slice < slices.size()) {
      claim.guaranteed_share = slices[slice].guaranteed_share;
      claim.highest_share = slices[slice].highest_share;
      claim.weight = slices[slice].weight;
    }
    claims.push_back(claim);
  }
  const auto division = link::divide_among_slices(claims);
  for (std::size_t k = 0; k < present.size(); ++k) {
    SliceDirection& sums = figures[present[k]].*direction;
    sums.given_share = division.slices[k].share;
    sums.short_share = division.slices[k].short_share;
    sums.capped_share = std::max(0.0, std::min(1.0, sums.needed_share) - claims[k].highest_share);
    sums.carried_mbit_s = carried_mbit_s(users[present[k]], sums);
  }
  return division.overcommitted;
}

std::vector<SliceFigures> slices_of(std::size_t cell, const std::vector<NetworkSlice>& slices, std::span<const EnterpriseTraffic> traffic,
                                    std::span<const GroundPart> down, std::span<const GroundPart> up) {
  std::vector<SliceFigures> figures(slices.size() + 1);
  const auto users_down = users_of(traffic, down, &Demand::down_mbit_s, &SliceFigures::down, figures);
  const auto users_up = users_of(traffic, up, &Demand::up_mbit_s, &SliceFigures::up, figures);
  std::vector<std::size_t> present;
  for (std::size_t slice = 0; slice < figures.size(); ++slice) {
    if (figures[slice].down.offered_mbit_s > 0.0 || figures[slice].up.offered_mbit_s > 0.0) present.push_back(slice);
  }
  const bool overcommitted = divide(slices, present, users_down, &SliceFigures::down, figures);
  static_cast<void>(divide(slices, present, users_up, &SliceFigures::up, figures));
  std::vector<SliceFigures> result;
  for (const std::size_t slice : present) {
    SliceFigures& row = result.emplace_back(figures[slice]);
    row.cell = Id<RadioCell>(cell);
    if (slice < slices.size()) row.slice = Id<NetworkSlice>(slice);
    if (slice < slices.size()) row.guaranteed_share = slices[slice].guaranteed_share;
    row.overcommitted = overcommitted;
    row.falls_short = std::max(row.down.short_share, row.up.short_share) > least_shortage;
  }
  return result;
}

void add_shortage_note(const Park& park, Id<NetworkSlice> slice, const char* name, SliceDirection SliceFigures::*direction,
                       Result& result) {
  std::vector<NamedShare> cells;
  bool capped = false;
  for (const auto& row : result.slices) {
    const SliceDirection& sums = row.*direction;
    if (row.slice != slice || sums.short_share <= least_shortage) continue;
    cells.push_back({(*park.radio_cells)[row.cell].id, sums.short_share});
    capped = capped || sums.capped_share > least_shortage;
  }
  if (cells.empty()) return;
  const bool is_none = !slice.valid();
  result.notes.push_back({NoteKind::warning, is_none ? "network slices" : "network slice " + (*park.network_slices)[slice].id,
                          fmt::format("{} short in the {} of these radio cells, by this share of the cell: {}{}.",
                                      is_none ? "Traffic that no slice carries falls" : "It falls", name, share_list(cells),
                                      capped ? "; at least in part because of its own highest share" : "")});
}

void add_overcommitment_note(const Park& park, Result& result) {
  std::vector<NamedShare> cells;
  for (const auto& row : result.slices) {
    if (!row.overcommitted) continue;
    const std::string& id = (*park.radio_cells)[row.cell].id;
    if (cells.empty() || cells.back().name != id) cells.push_back({id, 0.0});
    cells.back().share += row.guaranteed_share;
  }
  if (cells.empty()) return;
  result.notes.push_back(
      {NoteKind::warning, "network slices",
       fmt::format("Guarantees of the slices with traffic there add up to more than the radio cell, and all are cut by one "
                   "factor: {}.",
                   share_list(cells))});
}

}  // namespace

void put_cell_slices(const Park& park, std::span<const EnterpriseTraffic> traffic, std::span<const std::vector<GroundPart>> down,
                     std::span<const std::vector<GroundPart>> up, Result& result) {
  const auto& slices = park.network_slices->records();
  result.slices.clear();
  if (slices.empty()) return;
  for (std::size_t cell = 0; cell < result.cells.size(); ++cell) {
    CellFigures& figures = result.cells[cell];
    figures.carried_down_mbit_s = 0.0;
    figures.carried_up_mbit_s = 0.0;
    for (auto& row : slices_of(cell, slices, traffic, down[cell], up[cell])) {
      figures.carried_down_mbit_s += row.down.carried_mbit_s;
      figures.carried_up_mbit_s += row.up.carried_mbit_s;
      result.slices.push_back(row);
    }
  }
  for (std::size_t slice = 0; slice <= slices.size(); ++slice) {
    const auto id = slice < slices.size() ? Id<NetworkSlice>(slice) : Id<NetworkSlice>();
    add_shortage_note(park, id, "downlink", &SliceFigures::down, result);
    add_shortage_note(park, id, "uplink", &SliceFigures::up, result);
    const bool has_traffic = std::any_of(traffic.begin(), traffic.end(), [slice](const EnterpriseTraffic& each) {
      return each.of_slice[slice].down_mbit_s > 0.0 || each.of_slice[slice].up_mbit_s > 0.0;
    });
    if (id.valid() && !has_traffic) {
      result.notes.push_back({NoteKind::warning, "network slice " + slices[slice].id,
                              "No connected assets of bearer nr with a rate fall to it; check its enterprises and element, and the slices "
                              "before it."});
    }
  }
  add_overcommitment_note(park, result);
}

}  // namespace parktwin::radio
