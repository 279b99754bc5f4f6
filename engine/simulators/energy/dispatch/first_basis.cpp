#include "engine/simulators/energy/dispatch/first_basis.h"

#include <algorithm>

#include "engine/core/parallel.h"

namespace parktwin::energy::dispatch {
namespace {

constexpr std::size_t worthwhile_steps = 150;
constexpr unsigned char basic = 1;  // in Clp's coding

struct Piece {
  Window window;
  HubProgramme built;
  Solution solution;
};

Piece piece_from(std::size_t first, const Hub& hub) {
  Piece piece;
  piece.window.first = first;
  piece.window.ends = false;
  piece.window.start_kwh.assign(hub.stores.size(), std::nullopt);
  return piece;
}

/// Billing periods, or stretches of a twelfth where there are none.
std::vector<Piece> by_period(const Hub& hub) {
  std::vector<Piece> pieces;
  const bool periods = !hub.grid.billing_period.empty();
  const std::size_t even = (hub.steps + 11) / 12;
  for (std::size_t step = 0; step < hub.steps; ++step) {
    const bool begins = step == 0 || (periods ? hub.grid.billing_period[step] != hub.grid.billing_period[step - 1] : step % even == 0);
    if (begins) pieces.push_back(piece_from(step, hub));
    ++pieces.back().window.steps;
  }
  return pieces;
}

std::vector<Piece> in_halves(const Hub& hub, const Window& window) {
  std::vector<Piece> pieces = {piece_from(window.first, hub)};
  pieces[0].window.steps = window.steps / 2;
  pieces.push_back(piece_from(window.first + window.steps / 2, hub));
  pieces[1].window.steps = window.steps - window.steps / 2;
  return pieces;
}

/// Copies what the piece knows of each block to its place in the whole, which begins at step `first`.
void paste(const std::vector<Block>& from, const std::vector<unsigned char>& status, const std::vector<Block>& into, std::size_t step,
           std::size_t period, std::vector<unsigned char>& all) {
  for (std::size_t b = 0; b < from.size(); ++b) {
    std::size_t shift = 0;
    if (into[b].kind == Block::Kind::step) shift = step;
    if (into[b].kind == Block::Kind::period) shift = period;
    for (std::size_t i = 0; i < from[b].count; ++i) {
      auto& place = all[static_cast<std::size_t>(into[b].first) + shift + i];
      const auto found = status[static_cast<std::size_t>(from[b].first) + i];
      if (into[b].kind == Block::Kind::step || place != basic) place = found;  // two pieces share a period: basic in one is basic in both
    }
  }
}

Basis joined(const Hub& hub, const std::vector<Piece>& pieces, const HubProgramme& whole) {
  Basis basis;
  basis.columns.resize(whole.programme.columns());
  basis.rows.resize(whole.programme.rows());
  const std::size_t first = pieces.front().window.first;
  for (const auto& piece : pieces) {
    const bool same_shape = piece.built.columns.size() == whole.columns.size() && piece.built.rows.size() == whole.rows.size();
    if (piece.solution.outcome != Outcome::optimal || !same_shape) return {};
    const std::size_t step = piece.window.first - first;
    const std::size_t period = period_of(hub.grid, piece.window.first) - period_of(hub.grid, first);
    paste(piece.built.columns, piece.solution.basis.columns, whole.columns, step, period, basis.columns);
    paste(piece.built.rows, piece.solution.basis.rows, whole.rows, step, period, basis.rows);
  }
  return basis;
}

/// Of the last billing period the piece reaches. What follows in it may go as high for nothing, so that one half alone decides the peak.
double last_peak(const Piece& piece) {
  if (piece.built.peak_kw < 0 || piece.solution.outcome != Outcome::optimal) return 0.0;
  for (const auto& block : piece.built.columns) {
    if (block.first == piece.built.peak_kw) return piece.solution.values[static_cast<std::size_t>(block.first) + block.count - 1];
  }
  return 0.0;
}

void solve_piece(const Hub& hub, const CarbonTerms& carbon, Piece& piece) {
  piece.built = hub_programme(hub, carbon, piece.window);
  Basis start;
  if (piece.window.steps >= worthwhile_steps) {
    auto halves = in_halves(hub, piece.window);
    halves[0].window.peak_so_far_kw = piece.window.peak_so_far_kw;
    solve_piece(hub, carbon, halves[0]);
    if (period_of(hub.grid, halves[1].window.first) == period_of(hub.grid, halves[1].window.first - 1)) {
      halves[1].window.peak_so_far_kw = last_peak(halves[0]);
    }
    solve_piece(hub, carbon, halves[1]);
    start = joined(hub, halves, piece.built);
  }
  piece.solution = solve(piece.built.programme, start);
}

}  // namespace

Basis first_basis(const Hub& hub, const CarbonTerms& carbon, const HubProgramme& whole) {
  if (hub.steps < worthwhile_steps || carbon.most_kg) return {};
  auto pieces = by_period(hub);
  Window all;
  all.steps = hub.steps;
  if (pieces.size() < 2) pieces = in_halves(hub, all);
  parallel_for(pieces.size(), [&](std::size_t i) { solve_piece(hub, carbon, pieces[i]); });
  return joined(hub, pieces, whole);
}

}  // namespace parktwin::energy::dispatch
