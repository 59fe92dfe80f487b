// Empty forms, laid out: one writer a layout, each in its own file.
#pragma once

#include "forms/form.hpp"
#include "source/write_folder.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline forms {

/// One Ambito in one year, by who holds the data; what is optional stands there as a comment.
std::string write_form_yaml(const Form& form);
/// The main table, then one for each list, which must bear the list's name.
/// @param name  of the main table's file
std::vector<NamedFile> write_form_csv(const Form& form, const std::string& name);
/// A workbook with how to fill it in, and words to pick from.
/// @return nothing where the system has no room for it
std::optional<std::string> write_form_xlsx(const Form& form);

}  // namespace leps::inline forms
