#pragma once
// A linear programme in sparse columns, and its solution by Clp's dual simplex from any basis. Rows and columns are only ever added, so a
// programme is written once by whoever knows what it means; a basis of one programme starts another of the same shape.
#include <cstdint>
#include <limits>
#include <vector>

namespace parktwin::programme {

constexpr double unlimited = std::numeric_limits<double>::max();

/// Where columns and rows stand at a vertex, in Clp's coding; empty: unknown.
struct Basis {
  std::vector<unsigned char> columns;
  std::vector<unsigned char> rows;
};

/// Minimise cost · x with lower ≤ x ≤ upper and row_lower ≤ A x ≤ row_upper.
struct LinearProgramme {
  struct Entry {
    std::int32_t row = 0;
    std::int32_t column = 0;
    double value = 0.0;
  };
  std::vector<double> cost;
  std::vector<double> lower;
  std::vector<double> upper;
  std::vector<std::uint8_t> whole;  ///< columns that take whole numbers only
  std::vector<double> row_lower;
  std::vector<double> row_upper;
  std::vector<Entry> entries;  ///< each place at most once

  /// The first of `count` new columns.
  std::int32_t add_columns(std::size_t count, double least, double most, double unit_cost);
  std::int32_t add_rows(std::size_t count, double least, double most);
  void set(std::int32_t row, std::int32_t column, double value) { entries.push_back({row, column, value}); }
  [[nodiscard]] std::size_t columns() const { return cost.size(); }
  [[nodiscard]] std::size_t rows() const { return row_lower.size(); }
};

/// The entries column by column.
struct SparseColumns {
  std::vector<std::int32_t> starts;  ///< one more than columns
  std::vector<std::int32_t> rows;
  std::vector<double> values;
};

[[nodiscard]] SparseColumns sparse_columns(const LinearProgramme& programme);

enum class Outcome { optimal, infeasible, unbounded, stopped };

struct Solution {
  Outcome outcome = Outcome::stopped;
  std::vector<double> values;
  double objective = 0.0;
  std::int64_t iterations = 0;
  Basis basis;
  std::int32_t unbounded_column = -1;  ///< that grows fastest along the ray
};

/// Whole columns are taken as continuous. A start of another shape is ignored.
[[nodiscard]] Solution solve(const LinearProgramme& programme, const Basis& start = {});

}  // namespace parktwin::programme
