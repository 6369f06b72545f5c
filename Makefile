# Every target runs on the newest JDK that .mvn/jdk finds; `make` alone lists the targets.
.SUFFIXES:
.PHONY: help fmt lint test test-web soak run reset backup restore sql bench docs profiles clean
.DEFAULT_GOAL := help

PORT ?= 8080
DATA ?= data
DEMO ?= yes
REPROJECT ?= no
PROFILES ?=
DATABASE_URL ?=
DATABASE_USER ?=
DATABASE_PASSWORD ?=
FILE ?=
YES ?= no
PATIENTS ?= 50
SQL ?= select * from clinic.infusion

# Maven speaks of what it tests and of what is wrong, not of each step.
LOG := org.slf4j.simpleLogger
MAVEN := .mvn/jdk mvn --batch-mode --no-transfer-progress -Dstyle.color=never \
  -D$(LOG).defaultLogLevel=warn -D$(LOG).log.org.flywaydb=error \
  -D$(LOG).log.org.apache.maven.plugin.surefire=info

JAR := target/dripline.jar
SOURCES := pom.xml $(shell find src/main fhir-profiles/generated)
# Without a size for its classes Java collects the whole heap several times while it loads them.
JAVA_OPTIONS := -Xmx512m -XX:+UseSerialGC -XX:MetaspaceSize=160m -XX:+ExitOnOutOfMemoryError \
  --enable-native-access=ALL-UNNAMED

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

fmt: ## Format sources and poms
	@$(MAVEN) spotless:apply

# Starts clean: classes that another profile compiled would pass unchecked.
lint: ## Check format, warnings, bug patterns and nulls, without tests
	@echo 'Checking format, compiler warnings, Error Prone, NullAway ...'
	@$(MAVEN) clean test-compile

# The first of these that there is.
CHROMIUM ?= $(firstword $(foreach name,chromium chromium-browser google-chrome,$(shell command -v $(name))))

test: ## Check everything: lint, package arrows, all tests
	@echo 'Checking, then testing ...'
	@$(MAVEN) clean verify
ifeq ($(CHROMIUM),)
	@echo 'Left out: the tests of the pages in a browser, for want of Chromium; see make test-web.'
else
	@echo 'Left out: the tests of the pages in a browser; make test-web runs them.'
endif

# The README's picture, src/docs/pictures/course.png, is target/pages/course-1280-light.png of this.
test-web: ## Look at the pages in a browser, needs Chromium; CHROMIUM=path; pictures in target/pages
ifeq ($(CHROMIUM),)
	@echo 'make test-web needs Chromium: on Debian, apt-get install chromium.' >&2; exit 1
else
	@$(MAVEN) -Pquick test-compile surefire:test@default-test -Dtest='*InBrowser' -Dbrowser='$(CHROMIUM)'
endif

soak: ## Test at length: kills, cuts, restarts, races, 100,000 updates
	@$(MAVEN) -Psoak test

$(JAR): $(SOURCES)
	@echo 'Building $(JAR) ...'
	@$(MAVEN) -Pquick -Dmaven.test.skip=true package
	@touch $(JAR)

# Exported, so that a folder may have any name. After Ctrl-C, which ends Java with 130, make shall not speak of an error.
run: export PORT := $(PORT)
run: export DATA := $(DATA)
run: export DEMO := $(DEMO)
run: export REPROJECT := $(REPROJECT)
run: export PROFILES := $(PROFILES)
run: $(JAR) ## Start the server; PORT=8080 DATA=data DEMO=yes PROFILES=folder, or DATABASE_URL=jdbc:postgresql://host:5432/name
	@if [ -t 1 ]; then terminal=true; else terminal=false; fi; \
	trap : INT; status=0; \
	.mvn/jdk java $(JAVA_OPTIONS) -jar $(JAR) --dripline.port="$$PORT" --dripline.data="$$DATA" \
	  --dripline.demo="$$DEMO" --dripline.reproject="$$REPROJECT" --dripline.terminal=$$terminal \
	  $${PROFILES:+--dripline.profiles-folder="$$PROFILES"} || status=$$?; \
	[ $$status -eq 130 ] || exit $$status

# In the environment, where no other user sees them, as they are: make would expand a dollar in a password. What is not
# set must not be there.
ifneq ($(DATABASE_URL),)
run: export SPRING_DATASOURCE_URL := $(value DATABASE_URL)
ifneq ($(DATABASE_USER),)
run: export SPRING_DATASOURCE_USERNAME := $(value DATABASE_USER)
sql: export PGUSER := $(value DATABASE_USER)
endif
ifneq ($(DATABASE_PASSWORD),)
run: export SPRING_DATASOURCE_PASSWORD := $(value DATABASE_PASSWORD)
sql: export PGPASSWORD := $(value DATABASE_PASSWORD)
endif
endif

# With DATABASE_URL the records are not in the folder, and whoever names one may believe that they are.
IN_FOLDER = @if [ -n '$(DATABASE_URL)' ]; then \
	  echo 'make $@ is for the data folder; a PostgreSQL server has its own means, see src/docs/operations.md.' >&2; exit 1; fi
DATA_COMMAND = .mvn/jdk java $(JAVA_OPTIONS) -jar $(JAR)

reset backup restore sql: export DATA := $(DATA)
reset backup restore: export FILE := $(FILE)
reset: export YES := $(YES)
reset: $(JAR) ## Delete the data folder's database, so that the next run starts anew; DATA=data YES=yes
	$(IN_FOLDER)
	@if [ "$$YES" != yes ]; then \
	  if [ ! -t 0 ]; then echo 'make reset deletes all records; say YES=yes where nobody can be asked.' >&2; exit 1; fi; \
	  printf 'Delete all records in %s? yes or no: ' "$$DATA"; read -r answer; \
	  if [ "$$answer" != yes ]; then echo 'Nothing was deleted.'; exit 1; fi; fi; \
	$(DATA_COMMAND) reset "$$DATA"

backup: $(JAR) ## Back the data folder up, also while the server runs; FILE=backup.zip DATA=data
	$(IN_FOLDER)
	@$(DATA_COMMAND) backup "$$DATA" "$$FILE"

restore: $(JAR) ## Make the database of an empty data folder from a backup; FILE=backup.zip DATA=data
	$(IN_FOLDER)
	@$(DATA_COMMAND) restore "$$DATA" "$$FILE"

sql: export SQL := $(SQL)
ifneq ($(DATABASE_URL),)
# psql knows the same URLs, without the first word and the driver's parameters.
sql: export PGOPTIONS := -c default_transaction_read_only=on
sql: ## Ask the database; SQL='select ...' DATA=data of a stopped server, or DATABASE_URL=..., which needs psql
	@psql --no-psqlrc --dbname='$(patsubst jdbc:%,%,$(firstword $(subst ?, ,$(DATABASE_URL))))' --command="$$SQL"
else
sql: $(JAR)
	@$(DATA_COMMAND) sql "$$DATA" "$$SQL"
endif

bench: ## Measure a FHIR server; URL=http://host/fhir PATIENTS=50 PID=process COURSE=yes; without URL: this one
	@URL='$(URL)' PID='$(PID)' PATIENTS='$(PATIENTS)' src/bench/run

docs: ## Write the documents that the catalog gives, and list all
	@$(MAVEN) -Pquick test -Dtest=SearchDocumentTest,MappingDocumentTest -Dgolden=write
	@ls src/docs/*.md src/docs/adr/*.md

profiles: ## Rebuild fhir-profiles/generated from the FSH sources
	@fhir-profiles/build.sh

clean: ## Delete what was built; the data folder stays
	@rm -rf target src/bench/target
