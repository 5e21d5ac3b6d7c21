# Knits every lesson of a folder into Markdown, one after the other, as knitr's own users do.
folder <- commandArgs(trailingOnly = TRUE)[1]
for (file in list.files(folder, pattern = "[.]Rmd$", full.names = TRUE)) {
  knitr::knit(file, sub("[.]Rmd$", ".md", file), quiet = TRUE, envir = new.env())
}
