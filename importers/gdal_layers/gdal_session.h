#pragma once
// GDAL as this project uses it: drivers registered once, no side files, and its messages collected instead of printed.
#include <string>
#include <vector>

namespace parktwin::importers {

/// Collects what GDAL and PROJ say in this thread while it lives. Construct one before any call into GDAL.
class GdalSession {
 public:
  GdalSession();
  ~GdalSession();
  GdalSession(const GdalSession&) = delete;
  GdalSession& operator=(const GdalSession&) = delete;

  /// Failures since the last call, each once, as GDAL worded them.
  [[nodiscard]] std::vector<std::string> take_failures();
  [[nodiscard]] std::vector<std::string> take_warnings();
  /// The failures in one line, or `otherwise` when GDAL gave no reason.
  [[nodiscard]] std::string reason(const std::string& otherwise);

  struct Messages {
    std::vector<std::string> failures;
    std::vector<std::string> warnings;
  };

 private:
  Messages messages_;
};

}  // namespace parktwin::importers
