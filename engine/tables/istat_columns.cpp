#include "tables/istat_columns.hpp"

#include <array>
#include <string_view>

namespace leps::inline tables {
namespace {

struct Name {
  std::string_view name;
  std::uint32_t IstatColumns::*column;
  bool needed;
};

constexpr std::array kNames = {
    Name{"REF_AREA", &IstatColumns::area, true},
    Name{"DATA_TYPE", &IstatColumns::indicator, true},
    Name{"CATEG_OF_BENEFICIARIES", &IstatColumns::users, true},
    Name{"CATEGORY_OF_SERVICE", &IstatColumns::service, true},
    Name{"TIME_PERIOD", &IstatColumns::year, true},
    Name{"Osservazione", &IstatColumns::value, true},
    Name{"Observation", &IstatColumns::value, true},
    Name{"OBS_VALUE", &IstatColumns::value, true},
    Name{"Territorio", &IstatColumns::area_label, false},
    Name{"Territory", &IstatColumns::area_label, false},
    Name{"Indicatore", &IstatColumns::indicator_label, false},
    Name{"Indicator", &IstatColumns::indicator_label, false},
    Name{"Area di utenza", &IstatColumns::users_label, false},
    Name{"Target group", &IstatColumns::users_label, false},
    Name{"Servizio o intervento", &IstatColumns::service_label, false},
    Name{"Service", &IstatColumns::service_label, false},
};

}  // namespace

std::optional<IstatColumns> istat_columns(const sheets::Row& header) {
  IstatColumns found;
  for (const sheets::Cell& cell : header.cells) {
    bool known = false;
    for (const Name& name : kNames) {
      if (cell.text != name.name || found.*name.column != 0) continue;
      found.*name.column = cell.column;
      known = true;
    }
    // How often the table comes out, and which of ISTAT's tables it is.
    known = known || cell.text == "FREQ" || cell.text == "DATAFLOW";
    if (!known && !cell.text.empty()) found.others.push_back(cell.text);
  }
  for (const Name& name : kNames) {
    if (name.needed && found.*name.column == 0) return std::nullopt;
  }
  return found;
}

}  // namespace leps::inline tables
