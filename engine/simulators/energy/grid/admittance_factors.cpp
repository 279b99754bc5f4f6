#include "engine/simulators/energy/grid/admittance_factors.h"

#include <amd.h>

#include <cmath>
#include <map>
#include <utility>

#include "engine/core/check.h"

namespace parktwin::energy::grid {

namespace {

using Complex = std::complex<double>;

std::vector<std::uint32_t> minimum_degree(const std::vector<std::uint32_t>& row_begin, const std::vector<std::uint32_t>& column) {
  const std::vector<int> begin(row_begin.begin(), row_begin.end());
  const std::vector<int> index(column.begin(), column.end());
  std::vector<int> order(row_begin.size() - 1);
  if (order.empty()) return {};
  const int status = amd_order(static_cast<int>(order.size()), begin.data(), index.data(), order.data(), nullptr, nullptr);
  PARKTWIN_CHECK(status == AMD_OK, "AMD takes sorted rows");
  return {order.begin(), order.end()};
}

/// Entries (row, column) and (column, row) of one pair of places.
struct Pair {
  Complex upper;
  Complex lower;
};

}  // namespace

AdmittanceFactors factor_admittance(const std::vector<std::uint32_t>& row_begin, const std::vector<std::uint32_t>& column,
                                    const std::vector<Complex>& value) {
  AdmittanceFactors factors;
  factors.order = minimum_degree(row_begin, column);
  const auto count = static_cast<std::uint32_t>(factors.order.size());
  factors.place.resize(count);
  for (std::uint32_t k = 0; k < count; ++k) factors.place[factors.order[k]] = k;
  std::vector<Complex> pivot(count);
  std::vector<std::map<std::uint32_t, Pair>> coupled(count);
  for (std::uint32_t row = 0; row < count; ++row) {
    for (std::uint32_t entry = row_begin[row]; entry < row_begin[row + 1]; ++entry) {
      const std::uint32_t here = factors.place[row];
      const std::uint32_t there = factors.place[column[entry]];
      if (here == there) pivot[here] = value[entry];
      if (here < there) coupled[here][there].upper = value[entry];
      if (here > there) coupled[there][here].lower = value[entry];
    }
  }
  factors.begin.push_back(0);
  for (std::uint32_t k = 0; k < count; ++k) {
    factors.regular = factors.regular && std::isfinite(std::abs(pivot[k])) && std::abs(pivot[k]) > 1e-14;
    const Complex inverse = 1.0 / pivot[k];
    factors.inverse_pivot.push_back(inverse);
    for (auto a = coupled[k].begin(); a != coupled[k].end(); ++a) {
      factors.later.push_back(a->first);
      factors.lower.push_back(a->second.lower * inverse);
      factors.upper.push_back(a->second.upper * inverse);
      pivot[a->first] -= a->second.lower * inverse * a->second.upper;
      for (auto b = std::next(a); b != coupled[k].end(); ++b) {
        auto& fill = coupled[a->first][b->first];
        fill.upper -= a->second.lower * inverse * b->second.upper;
        fill.lower -= b->second.lower * inverse * a->second.upper;
      }
    }
    factors.begin.push_back(static_cast<std::uint32_t>(factors.later.size()));
  }
  return factors;
}

void AdmittanceFactors::solve(std::vector<Complex>& right_side) const {
  PARKTWIN_CHECK(regular && right_side.size() == order.size(), "a right side of the matrix's size and regular factors");
  std::vector<Complex> x(order.size());
  for (std::size_t k = 0; k < order.size(); ++k) x[k] = right_side[order[k]];
  for (std::size_t k = 0; k < order.size(); ++k) {
    for (std::uint32_t entry = begin[k]; entry < begin[k + 1]; ++entry) x[later[entry]] -= lower[entry] * x[k];
    x[k] *= inverse_pivot[k];
  }
  for (std::size_t k = order.size(); k-- > 0;) {
    for (std::uint32_t entry = begin[k]; entry < begin[k + 1]; ++entry) x[k] -= upper[entry] * x[later[entry]];
    right_side[order[k]] = x[k];
  }
}

}  // namespace parktwin::energy::grid
