#include "engine/simulators/energy/grid/sparse_lu.h"

#include <klu.h>

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::energy::grid {

// KLU reads columns, so what it factors is the transpose; klu_tsolve turns it back.
struct SparseLu::Factors {
  std::vector<int> begin;
  std::vector<int> index;
  klu_common common{};
  klu_symbolic* symbolic = nullptr;
  klu_numeric* numeric = nullptr;

  Factors(std::vector<int> rows, std::vector<int> columns) : begin(std::move(rows)), index(std::move(columns)) {
    klu_defaults(&common);
    symbolic = klu_analyze(static_cast<int>(begin.size()) - 1, begin.data(), index.data(), &common);
  }
  Factors(const Factors&) = delete;
  Factors& operator=(const Factors&) = delete;
  ~Factors() {
    klu_free_numeric(&numeric, &common);
    klu_free_symbolic(&symbolic, &common);
  }

  bool refactor(double* values) {
    constexpr double poor = 1e-13;
    if (numeric == nullptr || klu_refactor(begin.data(), index.data(), values, symbolic, numeric, &common) == 0) return false;
    return common.status == KLU_OK && klu_rcond(symbolic, numeric, &common) != 0 && common.rcond > poor;
  }
};

SparseLu::SparseLu(std::vector<int> row_begin, std::vector<int> column) {
  PARKTWIN_CHECK(!row_begin.empty(), "a pattern has one row begin more than rows");
  factors_ = std::make_unique<Factors>(std::move(row_begin), std::move(column));
}
SparseLu::~SparseLu() = default;
SparseLu::SparseLu(SparseLu&&) noexcept = default;
SparseLu& SparseLu::operator=(SparseLu&&) noexcept = default;

bool SparseLu::factor(std::vector<double>& values) {
  auto& lu = *factors_;
  PARKTWIN_CHECK(values.size() == lu.index.size(), "values follow the pattern");
  const bool finite = std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
  if (lu.symbolic == nullptr || !finite) return false;
  if (lu.refactor(values.data())) return true;
  klu_free_numeric(&lu.numeric, &lu.common);
  lu.numeric = klu_factor(lu.begin.data(), lu.index.data(), values.data(), lu.symbolic, &lu.common);
  return lu.numeric != nullptr && lu.common.status == KLU_OK;
}

bool SparseLu::solve(std::vector<double>& right_side) {
  auto& lu = *factors_;
  PARKTWIN_CHECK(right_side.size() + 1 == lu.begin.size(), "the right side has one value per row");
  if (lu.numeric == nullptr) return false;
  return klu_tsolve(lu.symbolic, lu.numeric, static_cast<int>(right_side.size()), 1, right_side.data(), &lu.common) != 0;
}

}  // namespace parktwin::energy::grid
