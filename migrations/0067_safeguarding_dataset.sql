-- The Standard Safeguarding Dataset as tables that the sector's tools read: kept of each child as known on a day, derived, and written anew when the record grows, is restricted or
-- another day has come. Kept for an authority only after it was opened. Who reads is a sign-in of the database of one authority, named sightline_dataset_ and its number, which can
-- read these views and nothing else, and write nothing.
do $$ begin
  if not exists (select from pg_roles where rolname = 'sightline_dataset') then create role sightline_dataset nologin; end if;
end $$;

create table record.dataset_authority (           -- opened: the tables that are of no child, as they stand
  authority int not null, opened_at timestamptz not null default clock_timestamp(), tables jsonb not null default '{}', primary key (authority));
create table record.dataset_child (
  authority int not null, person uuid not null, "position" int not null, restricted boolean not null, asked text not null, tables jsonb not null,
  primary key (authority, person));

-- Of which authority a sign-in reads: the name of the sign-in says it, and only who makes sign-ins can choose that.
create function record.dataset_of() returns int language sql stable set search_path = pg_catalog, pg_temp as $$
  select substring(session_user::text from '^sightline_dataset_([0-9]{1,9})$')::int
$$;

do $$ declare t text; begin
  foreach t in array array['dataset_authority', 'dataset_child'] loop
    execute format('alter table record.%1$I owner to record_owner; alter table record.%1$I enable row level security; alter table record.%1$I force row level security;
      create policy writer on record.%1$I to record_owner using (authority = record.authority()) with check (authority = record.authority());
      create policy reader on record.%1$I for select to sightline_dataset using (authority = record.dataset_of());
      grant select on record.%1$I to sightline_dataset', t);
  end loop;
end $$;
alter function record.dataset_of() owner to record_owner;
revoke execute on function record.dataset_of() from public;
grant execute on function record.dataset_of() to sightline_dataset;

-- Who works for the authority, for those who may build a return.
create function record.return_staff() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if not record.may_return() then perform record.refuse('Only performance analysts and heads of service may build a return'); end if;
  return jsonb_build_object(
    'professionals', (select coalesce(jsonb_agg(jsonb_build_object('member', m.member, 'name', m.name, 'roles', m.roles, 'team', m.team, 'registration', m.registration) order by m.name, m.member), '[]')
      from access.member m where m.authority = record.authority()),
    'departments', (select coalesce(jsonb_agg(jsonb_build_object('team', t.team, 'name', t.name, 'area', t.area) order by t.name, t.team), '[]') from access.team t where t.authority = record.authority()));
end $$;

-- Whose record is restricted now: in the dataset they stand by number alone.
create function record.return_restricted() returns table (person uuid)
language plpgsql stable security definer set search_path = pg_catalog, record, pg_temp as $$
begin
  if not record.may_return() then perform record.refuse('Only performance analysts and heads of service may build a return'); end if;
  return query select r.person from ring r where r.authority = record.authority() and r.lifted_at is null;
end $$;

create function record.dataset_open() returns boolean language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select exists (select from dataset_authority d where d.authority = record.authority())
$$;
create function record.dataset_unkept(p_asked text, p_most int) returns table (person uuid, "position" int, restricted boolean)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select h.person, h.position, r.person is not null
  from head h left join dataset_child k on k.authority = h.authority and k.person = h.person
  left join ring r on r.authority = h.authority and r.person = h.person and r.lifted_at is null
  where h.authority = record.authority() and h.position > 0
    and (k.person is null or k.position <> h.position or k.restricted <> (r.person is not null) or k.asked <> p_asked)
  order by (k.person is not null and k.restricted <> (r.person is not null)) desc, (k.person is not null and k.asked = p_asked) desc, h.person limit p_most
$$;
create function record.keep_dataset(p_asked text, p_rows jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
  insert into dataset_child(authority, person, position, restricted, asked, tables)
    select record.authority(), r.person, r.position, r.restricted, p_asked, r.tables from jsonb_to_recordset(p_rows) r(person uuid, "position" int, restricted boolean, tables jsonb)
  on conflict (authority, person) do update set position = excluded.position, restricted = excluded.restricted, asked = excluded.asked, tables = excluded.tables
$$;
-- How many children each led on a day: from what is kept.
create function record.dataset_caseloads(p_on text) returns table (member text, children int)
language sql stable security definer set search_path = pg_catalog, record, pg_temp as $$
  select i ->> 'invo_professional_id', count(distinct c.person)::int
  from dataset_child c cross join lateral jsonb_array_elements(c.tables -> 'ssd_involvements') i
  where c.authority = record.authority() and i ->> 'invo_professional_role_id' = 'Lead practitioner' and i ->> 'invo_professional_id' is not null
    and i ->> 'invo_involvement_start_date' <= p_on and coalesce(i ->> 'invo_involvement_end_date', '9999') > p_on group by 1
$$;
create function record.open_dataset() returns void language sql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
  insert into dataset_authority(authority) values (record.authority()) on conflict do nothing
$$;
create function record.keep_dataset_authority(p_tables jsonb) returns void language sql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
  update dataset_authority set tables = p_tables where authority = record.authority() and tables <> p_tables
$$;
create function record.close_dataset() returns void language sql volatile security definer set search_path = pg_catalog, record, pg_temp as $$
  delete from dataset_child where authority = record.authority(); delete from dataset_authority where authority = record.authority()
$$;

do $$ declare f regprocedure; before text; after text; begin
  -- What is destroyed stands here no longer either.
  f := 'record.forget_derived(int, uuid, timestamptz, text[])'; before := pg_get_functiondef(f);
  after := replace(before, '  delete from identifier i where', E'  delete from dataset_child k where k.authority = p_authority and k.person = p_person;\n  delete from identifier i where');
  if after = before then raise exception 'record.forget_derived is not as it should be'; end if;
  execute after;
  foreach f in array array['record.return_staff()', 'record.return_restricted()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public; grant execute on function %1$s to sightline_app', f);
  end loop;
  foreach f in array array['record.dataset_open()', 'record.dataset_unkept(text, int)', 'record.keep_dataset(text, jsonb)', 'record.dataset_caseloads(text)', 'record.open_dataset()',
    'record.keep_dataset_authority(jsonb)', 'record.close_dataset()']::regprocedure[] loop
    execute format('alter function %1$s owner to record_owner; revoke execute on function %1$s from public', f);
  end loop;
end $$;

-- Version 1.4.5 of the standard: its tables, its columns, in its order.
create schema ssd;
grant usage on schema ssd to sightline_dataset;
create view ssd.ssd_address with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_address') r(addr_table_id text, addr_address_json text, addr_person_id text, addr_address_type text, addr_address_start_date timestamp, addr_address_end_date timestamp, addr_address_postcode text);
create view ssd.ssd_api_data_staging with (security_invoker = true) as select r.* from record.dataset_authority c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_api_data_staging') r(id text, person_id text, json_payload text, current_hash bytea, previous_hash bytea, submission_status text, submission_timestamp timestamp, api_response text, row_state text, last_updated timestamp);
create view ssd.ssd_assessment_factors with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_assessment_factors') r(cinf_table_id text, cinf_assessment_id text, cinf_assessment_factors_json text);
create view ssd.ssd_care_leavers with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_care_leavers') r(clea_table_id text, clea_person_id text, clea_care_leaver_eligibility text, clea_care_leaver_in_touch text, clea_care_leaver_latest_contact timestamp, clea_care_leaver_accommodation text, clea_care_leaver_accom_suitable text, clea_care_leaver_activity text, clea_pathway_plan_review_date timestamp, clea_care_leaver_personal_advisor text, clea_care_leaver_allocated_team text, clea_care_leaver_worker_id text);
create view ssd.ssd_cin_assessments with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cin_assessments') r(cina_assessment_id text, cina_person_id text, cina_referral_id text, cina_assessment_start_date timestamp, cina_assessment_child_seen text, cina_assessment_auth_date timestamp, cina_assessment_outcome_json text, cina_assessment_outcome_nfa text, cina_assessment_team text, cina_assessment_worker_id text);
create view ssd.ssd_cin_episodes with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cin_episodes') r(cine_referral_id text, cine_person_id text, cine_referral_date timestamp, cine_cin_primary_need_code text, cine_referral_source_code text, cine_referral_source_desc text, cine_referral_outcome_json text, cine_referral_nfa text, cine_close_reason text, cine_close_date timestamp, cine_referral_team text, cine_referral_worker_id text);
create view ssd.ssd_cin_plans with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cin_plans') r(cinp_cin_plan_id text, cinp_referral_id text, cinp_person_id text, cinp_cin_plan_start_date timestamp, cinp_cin_plan_end_date timestamp, cinp_cin_plan_team text, cinp_cin_plan_worker_id text);
create view ssd.ssd_cin_visits with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cin_visits') r(cinv_cin_visit_id text, cinv_person_id text, cinv_cin_visit_date timestamp, cinv_cin_visit_seen text, cinv_cin_visit_seen_alone text, cinv_cin_visit_bedroom text);
create view ssd.ssd_cla_care_plan with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cla_care_plan') r(lacp_table_id text, lacp_person_id text, lacp_cla_care_plan_start_date timestamp, lacp_cla_care_plan_end_date timestamp, lacp_cla_care_plan_json text);
create view ssd.ssd_cla_convictions with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cla_convictions') r(clac_cla_conviction_id text, clac_person_id text, clac_cla_conviction_date timestamp, clac_cla_conviction_offence text);
create view ssd.ssd_cla_episodes with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cla_episodes') r(clae_cla_episode_id text, clae_person_id text, clae_cla_episode_start_date timestamp, clae_cla_episode_start_reason text, clae_cla_primary_need_code text, clae_cla_episode_ceased_date timestamp, clae_cla_episode_ceased_reason text, clae_cla_id text, clae_referral_id text, clae_cla_placement_id text, clae_entered_care_date timestamp, clae_cla_last_iro_contact_date timestamp);
create view ssd.ssd_cla_health with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cla_health') r(clah_health_check_id text, clah_person_id text, clah_health_check_type text, clah_health_check_date timestamp, clah_health_check_status text);
create view ssd.ssd_cla_immunisations with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cla_immunisations') r(clai_person_id text, clai_immunisations_status text, clai_immunisations_status_date timestamp);
create view ssd.ssd_cla_placement with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cla_placement') r(clap_cla_placement_id text, clap_cla_placement_start_date timestamp, clap_cla_placement_type text, clap_cla_placement_urn text, clap_cla_placement_distance double precision, clap_cla_id text, clap_cla_placement_provider text, clap_cla_placement_postcode text, clap_cla_placement_end_date timestamp, clap_cla_placement_change_reason text, clap_person_id text);
create view ssd.ssd_cla_previous_permanence with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cla_previous_permanence') r(lapp_table_id text, lapp_person_id text, lapp_previous_permanence_order_date text, lapp_previous_permanence_option text, lapp_previous_permanence_la text);
create view ssd.ssd_cla_reviews with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cla_reviews') r(clar_cla_review_id text, clar_cla_id text, clar_cla_review_due_date timestamp, clar_cla_review_date timestamp, clar_cla_review_cancelled text, clar_cla_review_participation text);
create view ssd.ssd_cla_substance_misuse with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cla_substance_misuse') r(clas_substance_misuse_id text, clas_person_id text, clas_substance_misuse_date timestamp, clas_substance_misused text, clas_intervention_received text);
create view ssd.ssd_cla_visits with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cla_visits') r(clav_cla_visit_id text, clav_cla_id text, clav_person_id text, clav_cla_visit_date timestamp, clav_cla_visit_seen text, clav_cla_visit_seen_alone text);
create view ssd.ssd_contacts with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_contacts') r(cont_contact_id text, cont_person_id text, cont_contact_date timestamp, cont_contact_source_code text, cont_contact_source_desc text, cont_contact_outcome_json text);
create view ssd.ssd_cp_plans with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cp_plans') r(cppl_cp_plan_id text, cppl_referral_id text, cppl_icpc_id text, cppl_person_id text, cppl_cp_plan_start_date timestamp, cppl_cp_plan_end_date timestamp, cppl_cp_plan_initial_category text, cppl_cp_plan_ola text, cppl_cp_plan_latest_category text);
create view ssd.ssd_cp_reviews with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cp_reviews') r(cppr_cp_review_id text, cppr_person_id text, cppr_cp_plan_id text, cppr_cp_review_due timestamp, cppr_cp_review_date timestamp, cppr_cp_review_meeting_id text, cppr_cp_review_outcome_continue_cp text, cppr_cp_review_quorate text, cppr_cp_review_participation text);
create view ssd.ssd_cp_visits with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_cp_visits') r(cppv_cp_visit_id text, cppv_person_id text, cppv_cp_plan_id text, cppv_cp_visit_date timestamp, cppv_cp_visit_seen text, cppv_cp_visit_seen_alone text, cppv_cp_visit_bedroom text);
create view ssd.ssd_department with (security_invoker = true) as select r.* from record.dataset_authority c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_department') r(dept_team_id text, dept_team_name text, dept_team_parent_id text, dept_team_parent_name text);
create view ssd.ssd_disability with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_disability') r(disa_person_id text, disa_table_id text, disa_disability_code text);
create view ssd.ssd_early_help_episodes with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_early_help_episodes') r(earl_episode_id text, earl_person_id text, earl_episode_start_date timestamp, earl_episode_end_date timestamp, earl_episode_reason text, earl_episode_end_reason text, earl_episode_organisation text, earl_episode_worker_id text);
create view ssd.ssd_ehcp_active_plans with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_ehcp_active_plans') r(ehcp_active_ehcp_id text, ehcp_ehcp_request_id text, ehcp_active_ehcp_last_review_date timestamp);
create view ssd.ssd_ehcp_assessment with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_ehcp_assessment') r(ehca_ehcp_assessment_id text, ehca_ehcp_request_id text, ehca_ehcp_assessment_outcome_date timestamp, ehca_ehcp_assessment_outcome text, ehca_ehcp_assessment_exceptions text);
create view ssd.ssd_ehcp_named_plan with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_ehcp_named_plan') r(ehcn_named_plan_id text, ehcn_ehcp_asmt_id text, ehcn_named_plan_start_date timestamp, ehcn_named_plan_ceased_date timestamp, ehcn_named_plan_ceased_reason text);
create view ssd.ssd_ehcp_requests with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_ehcp_requests') r(ehcr_ehcp_request_id text, ehcr_send_table_id text, ehcr_ehcp_req_date timestamp, ehcr_ehcp_req_outcome_date timestamp, ehcr_ehcp_req_outcome text);
create view ssd.ssd_family with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_family') r(fami_table_id text, fami_family_id text, fami_person_id text);
create view ssd.ssd_immigration_status with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_immigration_status') r(immi_person_id text, immi_immigration_status_id text, immi_immigration_status text, immi_immigration_status_start_date timestamp, immi_immigration_status_end_date timestamp);
create view ssd.ssd_initial_cp_conference with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_initial_cp_conference') r(icpc_icpc_id text, icpc_icpc_meeting_id text, icpc_s47_enquiry_id text, icpc_person_id text, icpc_cp_plan_id text, icpc_referral_id text, icpc_icpc_transfer_in text, icpc_icpc_target_date timestamp, icpc_icpc_date timestamp, icpc_icpc_outcome_cp_flag text, icpc_icpc_outcome_json text, icpc_icpc_team text, icpc_icpc_worker_id text);
create view ssd.ssd_involvements with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_involvements') r(invo_involvements_id text, invo_professional_id text, invo_professional_role_id text, invo_professional_team text, invo_involvement_start_date timestamp, invo_involvement_end_date timestamp, invo_worker_change_reason text, invo_person_id text, invo_referral_id text);
create view ssd.ssd_legal_status with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_legal_status') r(lega_legal_status_id text, lega_person_id text, lega_legal_status text, lega_legal_status_start_date timestamp, lega_legal_status_end_date timestamp);
create view ssd.ssd_linked_identifiers with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_linked_identifiers') r(link_table_id text, link_person_id text, link_identifier_type text, link_identifier_value text, link_valid_from_date timestamp, link_valid_to_date timestamp);
create view ssd.ssd_missing with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_missing') r(miss_table_id text, miss_person_id text, miss_missing_episode_start_date timestamp, miss_missing_episode_type text, miss_missing_episode_end_date timestamp, miss_missing_rhi_offered text, miss_missing_rhi_accepted text);
create view ssd.ssd_mother with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_mother') r(moth_table_id text, moth_person_id text, moth_childs_person_id text, moth_childs_dob timestamp);
create view ssd.ssd_permanence with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_permanence') r(perm_table_id text, perm_person_id text, perm_cla_id text, perm_adm_decision_date timestamp, perm_ffa_cp_decision_date timestamp, perm_placement_order_date timestamp, perm_placed_for_adoption_date timestamp, perm_matched_date timestamp, perm_adopted_by_carer_flag text, perm_placed_ffa_cp_date timestamp, perm_decision_reversed_date timestamp, perm_placed_foster_carer_date timestamp, perm_part_of_sibling_group text, perm_siblings_placed_together int, perm_siblings_placed_apart int, perm_placement_provider_urn text, perm_decision_reversed_reason text, perm_permanence_order_date timestamp, perm_permanence_order_type text, perm_adoption_worker_id text, perm_adopter_sex text, perm_adopter_legal_status text, perm_number_of_adopters text);
create view ssd.ssd_person with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_person') r(pers_person_id text, pers_forename text, pers_surname text, pers_sex text, pers_gender text, pers_ethnicity text, pers_dob timestamp, pers_common_child_id text, pers_legacy_id text, pers_upn_unknown text, pers_send_flag text, pers_expected_dob timestamp, pers_death_date timestamp, pers_is_mother text, pers_nationality text);
create view ssd.ssd_pre_proceedings with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_pre_proceedings') r(prep_table_id text, prep_person_id text, prep_plo_family_id text, prep_pre_pro_decision_date timestamp, prep_initial_pre_pro_meeting_date timestamp, prep_pre_pro_outcome text, prep_agree_stepdown_issue_date timestamp, prep_cp_plans_referral_period int, prep_legal_gateway_outcome text, prep_prev_pre_proc_child int, prep_prev_care_proc_child int, prep_pre_pro_letter_date timestamp, prep_care_pro_letter_date timestamp, prep_pre_pro_meetings_num int, prep_pre_pro_parents_legal_rep text, prep_parents_legal_rep_point_of_issue text, prep_court_reference text, prep_care_proc_court_hearings int, prep_care_proc_short_notice text, prep_proc_short_notice_reason text, prep_la_inital_plan_approved text, prep_la_initial_care_plan text, prep_la_final_plan_approved text, prep_la_final_care_plan text);
create view ssd.ssd_professionals with (security_invoker = true) as select r.* from record.dataset_authority c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_professionals') r(prof_professional_id text, prof_staff_id text, prof_professional_name text, prof_social_worker_registration_no text, prof_professional_job_title text, prof_professional_caseload int, prof_professional_department text, prof_full_time_equivalency double precision, prof_agency_worker_flag text);
create view ssd.ssd_s251_finance with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_s251_finance') r(s251_table_id text, s251_cla_placement_id text, s251_placeholder_1 text, s251_placeholder_2 text, s251_placeholder_3 text, s251_placeholder_4 text);
create view ssd.ssd_s47_enquiry with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_s47_enquiry') r(s47e_s47_enquiry_id text, s47e_referral_id text, s47e_person_id text, s47e_s47_start_date timestamp, s47e_s47_end_date timestamp, s47e_s47_nfa text, s47e_s47_outcome_json text, s47e_s47_completed_by_worker_id text, s47e_s47_completed_by_team text);
create view ssd.ssd_sdq_scores with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_sdq_scores') r(csdq_table_id text, csdq_person_id text, csdq_sdq_completed_date timestamp, csdq_sdq_reason text, csdq_sdq_score text);
create view ssd.ssd_sen_need with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_sen_need') r(senn_table_id text, senn_active_ehcp_id text, senn_active_ehcp_need_type text, senn_active_ehcp_need_rank text);
create view ssd.ssd_send with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_send') r(send_table_id text, send_upn text, send_uln text, send_upn_unknown text, send_person_id text);
create view ssd.ssd_version_log with (security_invoker = true) as select r.* from record.dataset_authority c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_version_log') r(version_number text, release_date timestamp, description text, is_current boolean, created_at timestamp, created_by text, impact_description text);
create view ssd.ssd_voice_of_child with (security_invoker = true) as select r.* from record.dataset_child c cross join lateral jsonb_to_recordset(c.tables -> 'ssd_voice_of_child') r(voch_table_id text, voch_person_id text, voch_explained_worries text, voch_story_help_understand text, voch_agree_worker text, voch_plan_safe text, voch_tablet_help_explain text);
grant select on all tables in schema ssd to sightline_dataset;
