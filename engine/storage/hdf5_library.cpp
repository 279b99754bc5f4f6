#include "engine/storage/hdf5_library.h"

namespace parktwin::storage::hdf5 {
namespace {

std::mutex& library_mutex() {
  static std::mutex mutex;
  return mutex;
}

herr_t take_first(unsigned position, const H5E_error2_t* error, void* reason) {
  if (position == 0 && error->desc != nullptr) *static_cast<std::string*>(reason) = error->desc;
  return 0;
}

}  // namespace

Failure failure(std::string_view what) {
  std::string reason;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, take_first, &reason);
  std::string message(what);
  if (!reason.empty()) message += ": " + reason;
  return Failure(message);
}

Session::Session() : lock_(library_mutex()) {
  H5Eget_auto2(H5E_DEFAULT, &printer_, &printer_argument_);
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

Session::~Session() { H5Eset_auto2(H5E_DEFAULT, printer_, printer_argument_); }

}  // namespace parktwin::storage::hdf5
