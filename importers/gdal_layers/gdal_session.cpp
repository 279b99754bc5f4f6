#include "importers/gdal_layers/gdal_session.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace parktwin::importers {
namespace {

void collect(CPLErr severity, CPLErrorNum, const char* text) {
  auto& messages = *static_cast<GdalSession::Messages*>(CPLGetErrorHandlerUserData());
  if (severity == CE_None || severity == CE_Debug) return;
  auto& list = severity == CE_Warning ? messages.warnings : messages.failures;
  std::string message(text);
  std::replace(message.begin(), message.end(), '\n', ' ');
  if (std::find(list.begin(), list.end(), message) == list.end()) list.push_back(std::move(message));
}

void register_drivers() {
  static std::once_flag once;
  std::call_once(once, [] {
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
    CPLSetConfigOption("CPL_DEBUG", "OFF");
    CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");
    GDALAllRegister();
  });
}

}  // namespace

GdalSession::GdalSession() {
  CPLPushErrorHandlerEx(collect, &messages_);
  register_drivers();
}

GdalSession::~GdalSession() { CPLPopErrorHandler(); }

std::vector<std::string> GdalSession::take_failures() { return std::exchange(messages_.failures, {}); }

std::vector<std::string> GdalSession::take_warnings() { return std::exchange(messages_.warnings, {}); }

std::string GdalSession::reason(const std::string& otherwise) {
  std::string text;
  for (const auto& failure : take_failures()) text += (text.empty() ? "" : "; ") + failure;
  return text.empty() ? otherwise : text;
}

}  // namespace parktwin::importers
